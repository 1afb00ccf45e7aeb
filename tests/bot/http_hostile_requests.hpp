#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "bot/service/http_guard.hpp"

namespace bot_test {

// A request that somebody could read in two ways, or that must not be served (RELIABILITY.md E4).
struct HostileRequest {
    std::string name;   // letters and digits: what is wrong with it
    std::string bytes;  // the head, and what follows it
    int status = 400;   // of the refusal
};

// GoogleTest shows the name. Its own name for this is fixed.
// NOLINTNEXTLINE(readability-identifier-naming)
void PrintTo(const HostileRequest& request, std::ostream* out);

// POST /webhook/telegram and /webhook/whatsapp, GET /webhook/whatsapp, /healthz and /smuggled, for
// the host bot.example only.
bot::GuardRules hostile_test_rules();

// The head of a POST to Telegram's webhook with the right host and these further lines, each with
// its line end.
std::string post_with(const std::string& lines);

// All of them. Names are unique.
std::vector<HostileRequest> hostile_requests();

}  // namespace bot_test
