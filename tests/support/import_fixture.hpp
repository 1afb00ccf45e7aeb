#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "bot/cli/import.hpp"
#include "storage/connection.hpp"
#include "storage/migrator.hpp"
#include "tests/support/command.hpp"
#include "tests/support/postgres.hpp"

namespace support {

// A fresh, migrated database and a folder for CSV files, for each test.
class ImportFixture : public testing::Test {
public:
    ImportFixture() { storage::migrate(database_.url()); }

    [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }
    [[nodiscard]] static std::filesystem::path demo_folder() {
        return std::filesystem::path(SKPBOT_SOURCE_DIR) / "bot" / "demo";
    }
    [[nodiscard]] const std::string& url() const { return database_.url(); }

    // Imports as of 30 March 2026 unless said otherwise.
    bot::ImportReport import_from(
        const std::filesystem::path& from, const std::string& now = "2026-03-30T08:00:00+07:00"
    ) {
        storage::Connection connection(url(), storage::ConnectionRole::Report);
        return bot::import_folder(from, connection, domain::instan_dari_rfc3339(now).value());
    }

    void copy_demo() const {
        std::filesystem::copy(demo_folder(), folder(), std::filesystem::copy_options::recursive);
    }
    void write(const std::string& file, const std::string& text) const {
        write_text(folder() / file, text);
    }
    void append(const std::string& file, const std::string& text) const {
        write(file, read_text(folder() / file) + text);
    }
    // Fails the test if the text is not there once.
    void replace(const std::string& file, const std::string& from, const std::string& to) const {
        auto text = read_text(folder() / file);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        ASSERT_EQ(text.find(from, at + 1), std::string::npos) << from;
        write(file, text.replace(at, from.size(), to));
    }

    [[nodiscard]] long number(const std::string& sql) const { return query_number(url(), sql); }
    [[nodiscard]] std::string value(const std::string& sql) const { return query_text(url(), sql); }

    // Which version of every row of the imported tables there is, and where: any write shows.
    [[nodiscard]] std::string row_versions() const {
        std::string all;
        for (const std::string table :
             {"instansi",
              "unit_kerja",
              "pegawai",
              "periode",
              "libur",
              "skp",
              "rhk",
              "indikator",
              "ledger"}) {
            all += value(
                "SELECT coalesce(string_agg(concat_ws(' ', ctid, xmin, xmax), ',' ORDER BY ctid), "
                "'') "
                "FROM " +
                table
            );
            all += ';';
        }
        return all;
    }

private:
    TestDatabase database_;
    TemporaryFolder folder_;
};

}  // namespace support
