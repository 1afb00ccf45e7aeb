#pragma once

#include <chrono>
#include <functional>

namespace support {

// Asks `condition` again and again, with short pauses, until it holds. Gives back whether it held
// before `limit` was over. Never waits longer than the condition needs.
bool wait_until(
    const std::function<bool()>& condition,
    std::chrono::milliseconds limit,
    std::chrono::milliseconds pause = std::chrono::milliseconds{5}
);

// Lets time pass where the time itself is what is tested: a rate, a gap between two faults.
void let_pass(std::chrono::microseconds span);

}  // namespace support
