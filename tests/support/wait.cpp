#include "tests/support/wait.hpp"

#include <thread>

namespace support {

bool wait_until(
    const std::function<bool()>& condition,
    std::chrono::milliseconds limit,
    std::chrono::milliseconds pause
) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

void let_pass(std::chrono::microseconds span) {
    std::this_thread::sleep_for(span);
}

}  // namespace support
