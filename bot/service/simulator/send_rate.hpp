#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace bot::simulator {

// How fast the simulated platform lets the bot write in Telegram's look (PLATFORMS.md section 5):
// about one message a second to one chat, with short bursts, and 30 a second in all. Time is an
// argument. Shared by all threads.
class SendRate {
public:
    using Time = std::chrono::steady_clock::time_point;

    // Zero: the message may go, and is counted. Else for how long the bot is to send nothing;
    // nothing is counted.
    std::chrono::seconds admit(const std::string& chat, Time now);

private:
    std::mutex mutex_;
    // Up to when what was let through takes, at one message each interval.
    std::map<std::string, Time> chats_;
    Time all_{};
};

}  // namespace bot::simulator
