#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/csv.hpp"
#include "domain/kalender/waktu.hpp"
#include "domain/kuantitas.hpp"

namespace bot {

// What is wrong with the files of an import, for the person who made them: "pegawai.csv:17: nip: 18
// digits expected, got 17". Never holds what a cell says: names and numbers of people stay out of
// logs.
class Complaints {
public:
    // `column` empty: it is about the whole line. Line 0: about the whole file.
    void add(std::string_view file, int line, std::string_view column, std::string_view reason);

    [[nodiscard]] bool empty() const { return complaints_.empty(); }

    // File by file in the order in which the files were first complained of, then by line.
    [[nodiscard]] std::vector<std::string> lines() const;

private:
    std::vector<std::string> files_;
    std::multimap<std::pair<std::size_t, int>, std::string> complaints_;
};

// One CSV file with the columns that it must have, in any order. Refers to what it is made of.
class ImportTable {
public:
    // Complains of missing, unknown and repeated columns and of records that are no CSV. Has no
    // rows unless the header line is right.
    ImportTable(
        std::string_view file,
        std::span<const std::string_view> columns,
        const adapters::CsvTable& table,
        Complaints& complaints
    );

    [[nodiscard]] std::string_view file() const { return file_; }
    [[nodiscard]] Complaints& complaints() const { return *complaints_; }
    [[nodiscard]] std::span<const adapters::CsvRecord> records() const { return records_; }
    [[nodiscard]] std::size_t position(std::string_view column) const;

private:
    bool has_right_header(
        std::span<const std::string_view> columns, const adapters::CsvRecord& header
    );

    std::string_view file_;
    Complaints* complaints_;
    std::span<const adapters::CsvRecord> records_;
    std::map<std::string_view, std::size_t> positions_;
};

// Reads the cells of one row. A cell that is wrong is complained of and read as an empty value;
// good() is false from then on. Blanks around a cell do not count.
class RowReader {
public:
    RowReader(const ImportTable& table, const adapters::CsvRecord& record)
        : table_(&table), record_(&record) {}

    [[nodiscard]] int line() const { return record_->line; }
    [[nodiscard]] bool good() const { return good_; }
    void complain(std::string_view column, std::string_view reason);

    [[nodiscard]] std::string_view cell(std::string_view column) const;

    // t(n) of DOMAIN.md section 4: one line, no control characters, at most `most` code points.
    std::string text(std::string_view column, std::size_t most);
    std::string text_or_empty(std::string_view column, std::size_t most);

    int number(std::string_view column, int least, int most);
    domain::Tanggal date(std::string_view column);
    domain::Kuantitas quantity(std::string_view column);

    // One word of a closed list; `expected` names the words for the complaint.
    template <class E>
    E word(
        std::string_view column,
        std::optional<E> (*from_word)(std::string_view),
        std::string_view expected
    ) {
        const auto found = from_word(cell(column));
        if (!found) complain(column, std::string("one of ").append(expected) + " expected");
        return found.value_or(E{});
    }

private:
    const ImportTable* table_;
    const adapters::CsvRecord* record_;
    bool good_ = true;
};

}  // namespace bot
