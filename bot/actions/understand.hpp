#pragma once

#include <optional>

#include "bot/actions/turn.hpp"

namespace bot {

// Makes a turn of an event: what it refers to is known, and its text is understood in the light of
// the dialogue. Pure.
struct Circumstances {
    std::optional<storage::Sender> sender;
    std::optional<storage::ReferredMessage> referred;
    domain::Instant now;
};
Turn understand(storage::OpenEvent event, Circumstances circumstances);

// What it needs to be loaded. Pure.
Needs needs_of(const Turn& turn);

}  // namespace bot
