#pragma once

#include <optional>
#include <string>

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

// The message that an edited or revoked event speaks of, by the platform's id. Pure.
std::string subject_message(const storage::OpenEvent& event);

// What it needs to be loaded. Pure.
Needs needs_of(const Turn& turn);

}  // namespace bot
