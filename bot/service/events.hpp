#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "adapters/platform.hpp"
#include "storage/split_store.hpp"

namespace bot {

// Whether no turn is to see it.
bool is_ignored(const adapters::Content& content);

// An event of what a person did, as it is kept. `window`: how long he may be written to freely from
// then on, on a platform that sets an end to it. Pure.
storage::NewEvent event_of(
    const storage::StoredBody& body,
    const adapters::Incoming& incoming,
    std::optional<std::chrono::seconds> window
);

}  // namespace bot
