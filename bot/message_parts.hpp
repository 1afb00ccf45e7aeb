#pragma once

#include <vector>

#include "storage/outbox_store.hpp"

namespace bot {

// Adds the message to those that are to be sent, in as many parts as the platforms' limits ask for
// (PLATFORMS.md section 4.2). The parts stand in order; buttons go to the last one. What does not
// fit into three parts is cut off, and the last part says so.
void add_in_parts(std::vector<storage::NewMessage>& messages, storage::NewMessage message);

}  // namespace bot
