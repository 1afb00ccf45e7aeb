#pragma once

#include "adapters/platform.hpp"
#include "storage/lane_store.hpp"

namespace bot {

// The neutral message of an outbox row: title in bold, buttons with their handles, and what stands
// for it where the window is closed. Without its file: attach_file() adds that. Pure.
adapters::Outgoing outgoing_of(const storage::LaneMessage& message, adapters::Window window);

}  // namespace bot
