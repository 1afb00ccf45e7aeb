#pragma once

#include "adapters/http_client.hpp"
#include "adapters/platform.hpp"

namespace adapters::simulator {

// What the answer to a send means. The simulated platform says of itself: 200 {"id"} it shows the
// message; 503 it is down and took nothing; 429 with Retry-After; 409 the window is closed; 404 no
// such phone; any other 4xx a fault of ours. Everything else, and an answer that was lost, is in
// doubt.
SendOutcome outcome_of(const HttpResult& result);

}  // namespace adapters::simulator
