#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "adapters/platform.hpp"
#include "storage/split_store.hpp"

namespace bot {

// Whether no turn is to see it.
bool is_ignored(const adapters::Content& content);

// What stands for the message id of a reaction: one and the same for putting it and taking it back.
std::string reaction_key(const std::string& message_id);

// An event of what a person did, as it is kept. `window`: how long he may be written to freely from
// then on, on a platform that sets an end to it. Pure.
storage::NewEvent event_of(
    const storage::StoredBody& body,
    const adapters::Incoming& incoming,
    std::optional<std::chrono::seconds> window
);

}  // namespace bot
