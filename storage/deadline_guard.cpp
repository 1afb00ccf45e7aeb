#include "storage/deadline_guard.hpp"

#include <sys/socket.h>

namespace storage {
namespace {
constexpr auto kCheckEvery = std::chrono::milliseconds{100};
}

void DeadlineGuard::Watch::arm(Clock::duration limit) {
    deadline_.store((Clock::now() + limit).time_since_epoch().count(), std::memory_order_relaxed);
}

void DeadlineGuard::Watch::disarm() {
    deadline_.store(0, std::memory_order_relaxed);
}

DeadlineGuard& DeadlineGuard::instance() {
    static DeadlineGuard guard;
    return guard;
}

DeadlineGuard::DeadlineGuard() : thread_([this] { run(); }) {}

DeadlineGuard::~DeadlineGuard() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    stop_signal_.notify_all();
    thread_.join();
}

std::shared_ptr<DeadlineGuard::Watch> DeadlineGuard::watch(int descriptor) {
    auto watch = std::make_shared<Watch>(descriptor);
    const std::lock_guard lock(mutex_);
    watches_.push_back(watch);
    return watch;
}

void DeadlineGuard::forget(const std::shared_ptr<Watch>& watch) {
    const std::lock_guard lock(mutex_);
    watches_.remove(watch);
}

void DeadlineGuard::run() {
    std::unique_lock lock(mutex_);
    while (!stop_signal_.wait_for(lock, kCheckEvery, [this] { return stopping_; })) {
        const auto now = Clock::now().time_since_epoch().count();
        for (const auto& watch : watches_) {
            auto deadline = watch->deadline_.load(std::memory_order_relaxed);
            if (deadline == 0 || deadline > now) continue;
            // The exchange makes sure that the call that armed it is still the one under way.
            if (watch->deadline_.compare_exchange_strong(deadline, 0)) {
                ::shutdown(watch->descriptor_, SHUT_RDWR);
            }
        }
    }
}

}  // namespace storage
