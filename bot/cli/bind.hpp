#pragma once

#include <ostream>
#include <string>

#include "bot/config.hpp"

namespace bot {

struct BindOptions {
    std::string nip;      // as typed
    std::string channel;  // telegram, whatsapp or simulator
    std::string address;  // the platform's id of the person
};

// Binds an address to a person without an activation code. Returns the exit code: 0 done, 1 if
// there is no such person or the database failed, 2 for a NIP that is none.
int run_bind(
    const Config& config, const BindOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
