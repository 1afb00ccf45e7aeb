#pragma once

#include <optional>
#include <ostream>

#include "bot/config.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

struct ServeOptions {
    bool demo = false;
    std::optional<domain::Instant> clock;  // where the demo's clock starts; nothing: now
    int speed = 1;                         // how many times faster it runs
    std::string requests{};                // in which the demo's script is asked; empty: none
};

// Runs the service until SIGTERM or SIGINT (RELIABILITY.md section 2.9). Returns the exit code: 0
// after an orderly stop, 1 if the service could not start, 2 for the configuration.
int run_serve(
    const Config& config, const ServeOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
