#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "domain/hasil.hpp"

namespace bot::simulator {

// How the next message of a person reaches the bot.
struct InboundFault {
    bool twice = false;
    int delay_ms = 0;
    bool waits = false;      // until the next one has overtaken it
    bool overtakes = false;  // the one that waits
};

// How the platform answers the next call of the bot.
enum class OutboundFault { None, Down, TooMany };

// The faults of the page's panel. Shared by all threads; gone with the process.
class Faults {
public:
    using Clock = std::chrono::steady_clock;

    // Arms one; the sentence for the log of the page, or for the person who asked why not.
    domain::Result<std::string, std::string> arm(std::string_view kind, std::chrono::seconds time);

    // For the next message of a person; uses up what was armed for one.
    InboundFault take_inbound();

    // What a call of the bot meets now, and for how long still.
    [[nodiscard]] OutboundFault outbound() const;
    [[nodiscard]] std::chrono::seconds remaining() const;

    // Whether the answer to this message of the bot gets lost; true once.
    bool take_lost_answer();

    // Whether the process is to end now, after the commit of a turn; true once.
    bool take_kill();

private:
    mutable std::mutex mutex_;
    bool twice_ = false;
    int to_swap_ = 0;  // 2: the next one waits; 1: the next one overtakes
    std::chrono::seconds delay_{0};
    bool lose_answer_ = false;
    bool kill_ = false;
    Clock::time_point down_until_{}, full_until_{};
};

}  // namespace bot::simulator
