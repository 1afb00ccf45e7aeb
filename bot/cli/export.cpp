#include "bot/cli/export.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <optional>
#include <string>

#include "adapters/csv.hpp"
#include "bot/cli/csv_files.hpp"
#include "storage/export_store.hpp"
#include "storage/migrator.hpp"

namespace bot {
namespace {

namespace fs = std::filesystem;
using storage::ExportTable;

// How the cells of a column are written.
enum class Cell { Value, Text, Quantity, Time };

struct ExportFile {
    CsvFile file;
    std::optional<ExportTable> table;  // nothing: the header line alone
};

constexpr std::array<ExportFile, 15> kExportFiles{
    {{kInstansiFile, ExportTable::Instansi},
     {kUnitFile, ExportTable::UnitKerja},
     {kPegawaiFile, ExportTable::Pegawai},
     {kPeriodeFile, ExportTable::Periode},
     {kLiburFile, ExportTable::Libur},
     {kSkpFile, ExportTable::Skp},
     {kRealisasiFile, ExportTable::Realisasi},
     {kBuktiFile, ExportTable::Bukti},
     {kHarianFile, std::nullopt},
     {kPenilaianFile, std::nullopt},
     {kKeberatanFile, std::nullopt},
     {kPembinaanFile, std::nullopt},
     {kUmpanBalikFile, std::nullopt},
     {kTidakTerjangkauFile, ExportTable::TidakTerjangkau},
     {kJejakFile, ExportTable::Jejak}}};

constexpr std::size_t kRowsInMemory = 5'000;

// By the name of the column. Text is guarded, which leaves codes and dates as they are; "+62…" in
// telepon was checked when it came in and stays a number that can be dialled.
Cell cell_of(std::string_view column) {
    constexpr std::array<std::string_view, 3> kTimes{"dicatat_pada", "pada", "sejak"};
    constexpr std::array<std::string_view, 2> kQuantities{"nilai", "target"};
    constexpr std::array<std::string_view, 1> kValues{"telepon"};
    const auto is_in = [&](const auto& names) {
        return std::find(names.begin(), names.end(), column) != names.end();
    };
    if (is_in(kTimes)) return Cell::Time;
    if (is_in(kQuantities)) return Cell::Quantity;
    if (is_in(kValues)) return Cell::Value;
    return Cell::Text;
}

void write_cell(
    adapters::CsvWriter& writer, const storage::ExportRow& row, std::string_view name, int column
) {
    switch (cell_of(name)) {
        case Cell::Value:
            writer.value(row.text(column));
            return;
        case Cell::Text:
            writer.text(row.text(column));
            return;
        case Cell::Quantity:
            writer.value(row.quantity(column));
            return;
        case Cell::Time:
            writer.value(row.time(column));
            return;
    }
}

fs::path part_of(const fs::path& folder, const CsvFile& file) {
    return folder / (std::string(file.name) + ".part");
}

std::ofstream open_private(const fs::path& path) {
    std::ofstream out;
    out.exceptions(std::ios::failbit | std::ios::badbit);
    out.open(path, std::ios::binary | std::ios::trunc);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    return out;
}

std::size_t write_file(
    const fs::path& path, const ExportFile& wanted, storage::ExportStore& store
) {
    auto out = open_private(path);
    adapters::CsvWriter writer;
    for (const auto column : wanted.file.columns) writer.value(column);
    writer.end_record();
    std::size_t rows = 0;
    if (wanted.table) {
        store.for_each(*wanted.table, [&](const storage::ExportRow& row) {
            int column = 0;
            for (const auto name : wanted.file.columns) write_cell(writer, row, name, column++);
            writer.end_record();
            if (++rows % kRowsInMemory == 0) out << writer.take();
        });
    }
    out << writer.take();
    out.close();
    return rows;
}

}  // namespace

int run_export(
    const Config& config, const ExportOptions& options, std::ostream& out, std::ostream& err
) {
    if (storage::schema_state(config.database_url) != storage::SchemaState::Current) {
        fmt::print(err, "the schema of the database is not current: run skpbot migrate first\n");
        return 1;
    }
    storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
    const auto now =
        std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    for (const auto& file : export_folder(options.dir, connection, now)) {
        fmt::print(out, "{}: {} rows\n", file.name, file.rows);
    }
    return 0;
}

std::vector<ExportedFile> export_folder(
    const fs::path& folder, storage::Connection& connection, domain::Instant now
) {
    if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
    storage::Transaction transaction(connection);
    storage::ExportStore store(transaction);
    std::vector<ExportedFile> written;
    for (const auto& wanted : kExportFiles) {
        const auto rows = write_file(part_of(folder, wanted.file), wanted, store);
        written.push_back({.name = wanted.file.name, .rows = rows});
    }
    store.log(now);
    transaction.commit();
    for (const auto& [file, table] : kExportFiles) {
        fs::rename(part_of(folder, file), folder / file.name);
    }
    return written;
}

}  // namespace bot
