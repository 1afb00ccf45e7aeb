#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "bot/config.hpp"
#include "domain/kalender/waktu.hpp"
#include "storage/connection.hpp"
#include "storage/import_store.hpp"

namespace bot {

struct ImportOptions {
    std::filesystem::path dir;
};

// `skpbot import DIR`: says what import_folder() did, complaints on `err`. Returns the exit code: 0
// done, 1 if there is a complaint or the schema is not the one of this program.
int run_import(
    const Config& config, const ImportOptions& options, std::ostream& out, std::ostream& err
);

struct ImportReport {
    std::vector<storage::ImportEntry> entries;  // one for each file that there was, in order
    std::vector<std::string> complaints;        // "pegawai.csv:17: nip: 18 digits expected, got 17"

    // Whether everything was stored; else nothing was.
    [[nodiscard]] bool stored() const { return complaints.empty(); }
};

// Reads every one of the six files that the folder has (ARCHITECTURE.md section 4) and stores them
// in one transaction, or nothing if there is a single complaint. Adds and changes, never deletes;
// the same folder again changes nothing. `connection` has the role Report. Throws storage::Outage,
// or storage::Conflict if another import is under way.
ImportReport import_folder(
    const std::filesystem::path& folder, storage::Connection& connection, domain::Instant now
);

}  // namespace bot
