#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/telegram_updates.hpp"

namespace support {

// One message of a plan.
struct PlannedMessage {
    Person person;
    Stamp stamp;
    std::string body;
};

// Messages by chat, each chat in the order in which Telegram would hand them over.
using Plan = std::vector<std::vector<PlannedMessage>>;

struct TrafficOptions {
    unsigned short port = 0;
    std::string secret;
    int connections = 8;
    double redelivered = 0;     // share of the accepted messages that come once more, or more often
    int most_redeliveries = 1;  // how often at most
    double per_second = 0;      // 0: as fast as it goes
    std::uint64_t seed = 1;
    std::chrono::milliseconds give_up{60000};  // per message, over all its posts
};

// What the driver saw.
struct TrafficSeen {
    long accepted = 0;              // messages with a 200
    long given_up = 0;              // messages without one within the limit
    long redelivered = 0;           // posts of messages that had their 200
    long refused_again = 0;         // redeliveries that were answered, but not with 200
    std::map<int, long> answers{};  // by status; 0: no whole answer
    long bad_unavailable = 0;       // 503 without "Retry-After: 5"
    std::chrono::milliseconds slowest{0};
    std::vector<std::chrono::microseconds> times{};  // of every 200
};

// Plays a plan the way Telegram does: the next message of a chat after the 2xx of the one before,
// the same one again for any other answer. Ends at the first message that is given up. Runs on
// threads of its own.
class Traffic {
public:
    // Starts at once; `plan` must outlive it.
    Traffic(const Plan& plan, TrafficOptions options);
    ~Traffic();
    Traffic(const Traffic&) = delete;
    Traffic& operator=(const Traffic&) = delete;

    [[nodiscard]] long accepted() const { return accepted_; }
    [[nodiscard]] bool finished() const { return running_ == 0; }
    // Lets each connection end after the answer that it waits for.
    void stop() { stopping_ = true; }
    // Waits until all has been played, and gives back what was seen.
    TrafficSeen join();

private:
    void play(std::size_t connection, TrafficSeen& seen);

    const Plan& plan_;
    TrafficOptions options_;
    std::chrono::steady_clock::time_point begin_;
    std::atomic<long> accepted_{0};
    std::atomic<long> started_{0};
    std::atomic<int> running_{0};
    std::atomic<bool> stopping_{false};
    std::vector<TrafficSeen> seen_;
    std::vector<std::thread> threads_;
};

// `messages` messages for the first `chats` people of an office in turn, all with the same text.
class Office;
Plan plan_of(
    const Office& office, std::size_t chats, long messages, const std::string& text, Stamps& stamps
);

// The value below which that share of the times lies; zero if there are none.
std::chrono::microseconds percentile(std::vector<std::chrono::microseconds> times, double share);

}  // namespace support
