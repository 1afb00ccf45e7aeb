#pragma once

#include <functional>
#include <string>

namespace bot {

// One genuine webhook body, exactly as it came.
struct IntakeBody {
    std::string channel;
    std::string account;
    std::string raw;
};

enum class IntakeResult { Stored, Unavailable };

// Where webhook bodies become durable. Shared by all threads.
class IntakePort {
public:
    virtual ~IntakePort() = default;

    // Calls `done` exactly once, from any thread: Stored after the commit that holds the body,
    // Unavailable if it could not be stored within 2.5 s (RELIABILITY.md section 2.1). Does not
    // block.
    virtual void submit(IntakeBody body, std::function<void(IntakeResult)> done) = 0;
};

}  // namespace bot
