#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace bot {

// Wakes loops that wait for work. A hint only: whoever waits looks by himself once a second too
// (RELIABILITY.md rule 30). Shared by all threads.
class Signal {
public:
    // Wakes up to `count` of those who wait, or the next that will.
    void notify(int count = 1) {
        {
            const std::lock_guard lock(mutex_);
            pending_ = pending_ + count < kMostPending ? pending_ + count : kMostPending;
        }
        if (count == 1) {
            condition_.notify_one();
        } else {
            condition_.notify_all();
        }
    }

    // Returns at a notification, after the time, or at a stop.
    void wait(const std::stop_token& stop, std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        condition_.wait_for(lock, stop, at_most, [this] { return pending_ > 0; });
        if (pending_ > 0) --pending_;
    }

private:
    static constexpr int kMostPending = 64;
    std::mutex mutex_;
    std::condition_variable_any condition_;
    int pending_ = 0;
};

}  // namespace bot
