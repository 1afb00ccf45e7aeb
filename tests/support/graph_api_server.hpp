#pragma once

#include "tests/support/graph_api_state.hpp"
#include "tests/support/stand_in_server.hpp"

namespace support {

// What the stand-in for the Cloud API answers to a request, faults included. `state` must outlive
// the handler.
StandInServer::Handler graph_api_handler(GraphApiState& state);

}  // namespace support
