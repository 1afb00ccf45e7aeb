#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

namespace storage {

// Ends calls that block on a silent network: shuts a socket down when its deadline has passed, so
// that the blocked call returns with an error (RELIABILITY.md rule 28). One thread for all
// connections of the process; every function is safe from any thread.
class DeadlineGuard {
public:
    using Clock = std::chrono::steady_clock;

    // A socket under guard. The descriptor stays open as long as the Watch lives.
    class Watch {
    public:
        explicit Watch(int descriptor) : descriptor_(descriptor) {}
        void arm(Clock::duration limit);
        void disarm();

    private:
        friend class DeadlineGuard;
        int descriptor_;
        std::atomic<Clock::rep> deadline_{0};  // 0: not armed
    };

    static DeadlineGuard& instance();

    std::shared_ptr<Watch> watch(int descriptor);
    void forget(const std::shared_ptr<Watch>& watch);

private:
    DeadlineGuard();
    ~DeadlineGuard();
    void run();

    std::mutex mutex_;
    std::condition_variable stop_signal_;
    bool stopping_ = false;
    std::list<std::shared_ptr<Watch>> watches_;
    std::thread thread_;
};

}  // namespace storage
