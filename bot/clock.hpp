#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

#include "domain/kalender/waktu.hpp"

namespace bot {

// The time by which the service works. Shared by all threads.
class Clock {
public:
    virtual ~Clock() = default;

    // `database_time` is the database's own clock at that moment: due times and grace follow it
    // (RELIABILITY.md rule 14), unless a demonstration has a clock of its own.
    [[nodiscard]] virtual domain::Instant now(domain::Instant database_time) const = 0;
};

class DatabaseClock final : public Clock {
public:
    [[nodiscard]] domain::Instant now(domain::Instant database_time) const override {
        return database_time;
    }
};

// Begins at a given time, runs `speed` times as fast as the real one, and can be set forward.
class DemoClock final : public Clock {
public:
    DemoClock(domain::Instant start, double speed);

    [[nodiscard]] domain::Instant now(domain::Instant database_time) const override;
    [[nodiscard]] domain::Instant now() const;

    // False, and nothing changed, if that were backwards.
    bool advance_to(domain::Instant instant);

private:
    mutable std::mutex mutex_;
    domain::Instant base_;
    std::chrono::steady_clock::time_point since_;
    double speed_;
};

}  // namespace bot
