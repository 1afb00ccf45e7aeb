#pragma once

#include <ostream>
#include <string>

#include "bot/config.hpp"

namespace bot {

struct CodeOptions {
    std::string nip;  // as typed
};

// Makes an activation code for a person and prints it. Returns the exit code: 0 done, 1 if there is
// no such person or the database failed, 2 for a NIP that is none.
int run_code(
    const Config& config, const CodeOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
