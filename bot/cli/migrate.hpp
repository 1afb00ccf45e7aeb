#pragma once

#include <ostream>

#include "bot/config.hpp"

namespace bot {

struct MigrateOptions {};

// Brings the database's schema to this program's version; does nothing if it is there already.
// Returns the exit code: 0 done, 1 if the database refused.
int run_migrate(
    const Config& config, const MigrateOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
