#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "bot/config.hpp"

namespace bot {

struct DoctorOptions {
    // What find_config_problem() says of the configuration, or load_config() if it could not be
    // read: then the configuration is the default one. Nothing: it is sound.
    std::optional<std::string> config_problem;
};

// Checks configuration, database, migrations, platforms, clock and disk: one line each. Returns the
// exit code: 0 if all are good, 1 if one is bad.
int run_doctor(
    const Config& config, const DoctorOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
