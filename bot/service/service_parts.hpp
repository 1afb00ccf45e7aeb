#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bot/clock.hpp"
#include "bot/service/signal.hpp"
#include "bot/service/work_metrics.hpp"

namespace bot {

// Is told of turns right after their commit, by the thread that did them. Must not throw.
class TurnWatch {
public:
    virtual ~TurnWatch() = default;
    // The chats whose turns are done, as channel and address.
    virtual void turns_committed(const std::vector<std::pair<std::string, std::string>>& chats) = 0;
};

// What the parts of the service share. Outlives them all.
struct ServiceParts {
    const std::string& database_url;
    const Clock& clock;
    Metrics& metrics;
    Signal& bodies;              // something to cut
    Signal& events;              // something to work on
    Signal& messages;            // something to send
    TurnWatch* watch = nullptr;  // of a demonstration; nobody else has one
};

}  // namespace bot
