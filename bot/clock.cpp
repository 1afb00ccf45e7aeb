#include "bot/clock.hpp"

namespace bot {

DemoClock::DemoClock(domain::Instant start, double speed)
    : base_(start), since_(std::chrono::steady_clock::now()), speed_(speed) {}

domain::Instant DemoClock::now(domain::Instant) const {
    return now();
}

domain::Instant DemoClock::now() const {
    const std::lock_guard lock(mutex_);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - since_;
    return base_ + std::chrono::duration_cast<std::chrono::microseconds>(passed * speed_);
}

bool DemoClock::advance_to(domain::Instant instant) {
    if (instant < now()) return false;
    const std::lock_guard lock(mutex_);
    base_ = instant;
    since_ = std::chrono::steady_clock::now();
    return true;
}

}  // namespace bot
