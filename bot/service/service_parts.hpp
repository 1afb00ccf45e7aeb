#pragma once

#include <string>

#include "bot/clock.hpp"
#include "bot/service/signal.hpp"
#include "bot/service/work_metrics.hpp"

namespace bot {

// What the parts of the service share. Outlives them all.
struct ServiceParts {
    const std::string& database_url;
    const Clock& clock;
    Metrics& metrics;
    Signal& bodies;    // something to cut
    Signal& events;    // something to work on
    Signal& messages;  // something to send
};

}  // namespace bot
