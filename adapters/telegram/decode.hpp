#pragma once

#include <string>
#include <string_view>

#include "adapters/platform.hpp"

namespace adapters::telegram {

// Who we are there.
struct BotIdentity {
    std::string account;    // the bot id
    std::string user_name;  // without '@'; empty if not known
};

// Reads one update (PLATFORMS.md section 3, column "Telegram"). An update gives exactly one
// Incoming; one of a kind that nobody knows is Ignored("unknown"), as long as it has an update_id.
// What is no update, breaks the limits of RELIABILITY.md section 2.7 or has a member of an odd type
// gives none, and the reason. Never throws on any bytes.
Decoded decode(std::string_view body, const BotIdentity& us);

}  // namespace adapters::telegram
