#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/platform.hpp"
#include "bot/service/loop.hpp"

namespace bot {

// Tells platforms that a press or a message was seen, or that buttons are no longer good: at once,
// best effort, once, without a row (RELIABILITY.md rule 22). The add functions may be called from
// any thread; step() by one.
class Acknowledgements {
public:
    void add_press(std::string channel, std::string answer_id);
    void add_message(std::string channel, std::string message_id);
    // The buttons under a message of ours have done their work.
    void add_used(std::string channel, std::string address, std::string message_id);

    // The client of a channel; before the loop starts.
    void set_client(std::string channel, std::unique_ptr<adapters::PlatformClient> client);

    StepResult step();
    // There is nothing to begin anew.
    void reset() {}
    Signal& signal() { return signal_; }

private:
    enum class What { Press, Message, Used };
    struct Waiting {
        What what;
        std::string channel, id;
        std::string address{};  // of Used
    };
    void add(Waiting waiting);

    Signal signal_;
    std::mutex mutex_;
    std::deque<Waiting> waiting_;
    std::map<std::string, std::unique_ptr<adapters::PlatformClient>> clients_;
};

}  // namespace bot
