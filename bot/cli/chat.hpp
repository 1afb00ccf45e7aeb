#pragma once

#include <istream>
#include <ostream>
#include <string>

#include "bot/config.hpp"

namespace bot {

struct ChatOptions {
    std::string nip;                // as typed
    std::istream* input = nullptr;  // where the person's lines come from; never null when run
};

// Talks to the bot as that person, line by line, until the input ends. Returns the exit code: 0
// done, 1 if there is no such person or the database failed, 2 for a NIP that is none.
int run_chat(
    const Config& config, const ChatOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
