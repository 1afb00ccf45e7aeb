#pragma once

#include <cstdint>

#include "bot/service/connection_limits.hpp"

namespace bot {

// Bodies above this count against the budget of large bodies (RELIABILITY.md section 2.7).
inline constexpr std::uint64_t kSmallBodyBytes = 65536;

// The body's share of the budget, given back when the request is over. For one thread.
class Reservation {
public:
    explicit Reservation(BodyBudget& budget) : budget_(budget) {}
    ~Reservation() {
        if (bytes_ > 0) budget_.give_back(bytes_);
    }
    Reservation(const Reservation&) = delete;
    Reservation& operator=(const Reservation&) = delete;

    // Once. False if the budget has no room now.
    bool take(std::uint64_t bytes) {
        if (bytes <= kSmallBodyBytes) return true;
        if (!budget_.take(bytes)) return false;
        bytes_ = bytes;
        return true;
    }

private:
    BodyBudget& budget_;
    std::uint64_t bytes_ = 0;
};

}  // namespace bot
