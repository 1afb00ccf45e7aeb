#include "bot/cli/import.hpp"

#include <fmt/ostream.h>

#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "bot/cli/csv_files.hpp"
#include "bot/cli/import_references.hpp"
#include "bot/cli/import_rows.hpp"
#include "storage/migrator.hpp"

namespace bot {
namespace {

constexpr std::array kImportFiles{
    kInstansiFile, kUnitFile, kPegawaiFile, kPeriodeFile, kLiburFile, kSkpFile};

// Nothing if the file cannot be read to its end.
std::optional<std::string> content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return std::nullopt;
    return bytes;
}

ImportFiles read_folder(const std::filesystem::path& folder, Complaints& complaints) {
    ImportFiles files;
    std::error_code ignored;
    bool any = false;
    for (const auto& file : kImportFiles) {
        if (!std::filesystem::exists(folder / file.name, ignored)) continue;
        any = true;
        if (const auto bytes = content_of(folder / file.name)) {
            files.emplace(file.name, adapters::read_csv(*bytes));
        } else {
            complaints.add(file.name, 0, "", "cannot be read");
        }
    }
    if (!any) complaints.add(folder.string(), 0, "", "no CSV file of an import in this folder");
    return files;
}

void check(const ImportContent& content, storage::ImportStore& store, Complaints& complaints) {
    const auto wanted = wanted_keys(content.rows);
    const KnownKeys known{
        .instansi = store.known_instansi(wanted.instansi),
        .unit = store.known_unit(wanted.unit),
        .pegawai = store.known_pegawai(wanted.pegawai)};
    check_references(content, known, complaints);
    check_rhk_links(content, known, store.known_rhk(wanted_rhk(content, known)), complaints);
}

std::set<std::string> persons_of(const storage::ImportRows& rows) {
    std::set<std::string> nip;
    for (const auto& person : rows.pegawai) nip.insert(person.nip);
    for (const auto& skp : rows.skp) nip.insert(skp.nip);
    return nip;
}

// Stores what others refer to before those others, and counts it for the files that there are. Each
// statement joins what the one before stored, so that the planner has to know of it.
void store_all(ImportContent& content, storage::ImportStore& store, domain::Tanggal today) {
    const auto& rows = content.rows;
    const auto save = [&store](const auto& some) {
        const auto changed = store.save(some);
        if (changed > 0) store.tell_planner();
        return changed;
    };
    for (auto& entry : content.entries) {
        if (entry.file == kInstansiFile.name) entry.changed = save(rows.instansi);
        if (entry.file == kUnitFile.name) entry.changed = save(rows.unit);
        if (entry.file == kPegawaiFile.name) entry.changed = save(rows.pegawai);
        if (entry.file == kPeriodeFile.name) entry.changed = save(rows.periode);
        if (entry.file == kLiburFile.name) entry.changed = save(rows.libur);
        if (entry.file == kSkpFile.name) {
            entry.changed = save(rows.skp);
            entry.changed += save(rows.rhk);
            entry.changed += save(rows.indikator);
        }
    }
    store.renew_penilai(persons_of(rows), today);
}

}  // namespace

int run_import(
    const Config& config, const ImportOptions& options, std::ostream& out, std::ostream& err
) {
    if (storage::schema_state(config.database_url) != storage::SchemaState::Current) {
        fmt::print(err, "the schema of the database is not current: run skpbot migrate first\n");
        return 1;
    }
    storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
    const auto now =
        std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const auto report = import_folder(options.dir, connection, now);
    for (const auto& complaint : report.complaints) fmt::print(err, "{}\n", complaint);
    if (!report.stored()) {
        fmt::print(err, "nothing stored: {} complaints\n", report.complaints.size());
        return 1;
    }
    for (const auto& entry : report.entries) {
        fmt::print(out, "{}: {} rows, {} changes\n", entry.file, entry.rows, entry.changed);
    }
    return 0;
}

ImportReport import_folder(
    const std::filesystem::path& folder, storage::Connection& connection, domain::Instant now
) {
    // Of the three zones the one in which a new year begins first: nobody's NIP is of tomorrow.
    const auto today = domain::tanggal_di(now, domain::Zona::Wit);
    Complaints complaints;
    const auto files = read_folder(folder, complaints);
    auto content = read_import(files, today, complaints);

    storage::Transaction transaction(connection);
    storage::ImportStore store(transaction);
    store.begin_alone();
    check(content, store, complaints);
    if (complaints.empty()) {
        store_all(content, store, today);
        store.log(content.entries, now);
        transaction.commit();
    }
    return {.entries = std::move(content.entries), .complaints = complaints.lines()};
}

}  // namespace bot
