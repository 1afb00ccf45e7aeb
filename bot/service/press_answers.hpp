#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/platform.hpp"
#include "bot/service/loop.hpp"

namespace bot {

// Tells platforms that a press was seen: at once, best effort, once, without a row
// (RELIABILITY.md rule 22). add() may be called from any thread; step() by one.
class PressAnswers {
public:
    void add(std::string channel, std::string answer_id);

    // The client of a channel; before the loop starts.
    void set_client(std::string channel, std::unique_ptr<adapters::PlatformClient> client);

    StepResult step();
    Signal& signal() { return signal_; }

private:
    struct Waiting {
        std::string channel, answer_id;
    };
    Signal signal_;
    std::mutex mutex_;
    std::deque<Waiting> waiting_;
    std::map<std::string, std::unique_ptr<adapters::PlatformClient>> clients_;
};

}  // namespace bot
