#pragma once

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string_view>
#include <vector>

#include "bot/config.hpp"
#include "domain/kalender/waktu.hpp"
#include "storage/connection.hpp"

namespace bot {

struct ExportOptions {
    std::filesystem::path dir;  // made if it does not exist
};

// Writes the CSV files of ARCHITECTURE.md section 4 into the folder. Returns the exit code: 0 done,
// 1 if the database or the disk failed.
int run_export(
    const Config& config, const ExportOptions& options, std::ostream& out, std::ostream& err
);

struct ExportedFile {
    std::string_view name;
    std::size_t rows = 0;
};

// Writes every file as of one moment, and a line into the ledger. `folder` is made if it is not
// there; files of the same names are replaced, only after all of them were written. The files are
// for their owner alone. `connection` has the role Report. An import of the folder changes nothing.
// Throws std::filesystem::filesystem_error, std::ios_base::failure or storage::Outage.
std::vector<ExportedFile> export_folder(
    const std::filesystem::path& folder, storage::Connection& connection, domain::Instant now
);

}  // namespace bot
