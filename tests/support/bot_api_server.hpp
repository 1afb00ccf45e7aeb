#pragma once

#include "tests/support/bot_api_state.hpp"
#include "tests/support/stand_in_server.hpp"

namespace support {

// What the stand-in for the Bot API answers to a request, faults included. Nothing: getUpdates
// waits for an update. `state` must outlive the handler.
StandInServer::Handler bot_api_handler(BotApiState& state);

}  // namespace support
