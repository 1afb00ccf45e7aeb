#pragma once

#include <random>

#include "tests/support/stand_in_server.hpp"

namespace support {

// What goes wrong with one call to a platform.
enum class FaultKind {
    None,
    TooManyRequests,      // 429 with the time to wait
    TooManyRequestsBare,  // 429 without a time
    ServerError,          // 502 with an HTML page
    Garbage,              // 200, but no JSON
    Truncated,            // fewer bytes than Content-Length says, then closed
    WrongLength,          // more bytes than Content-Length says
    OkWithoutResult,      // 200 and JSON without what was asked for
    Hang,                 // no answer at all, the connection stays open
    Reset,                // TCP reset instead of an answer
    Slow,                 // one byte after the other
    Redirect,             // 301 to another address
    Huge,                 // 50 MB of JSON
    Blocked,              // the person has blocked us
};

struct Fault {
    FaultKind kind = FaultKind::None;
    // Whether the person got the message all the same. A 429, a redirect and a block never deliver.
    bool delivered = false;
};

bool can_deliver(FaultKind kind);

// One of all that may go wrong, but a block.
Fault random_fault(std::mt19937_64& random);

// The good answer as a fault leaves of it, where that is the same for every platform: not of 429
// and Blocked, whose words are the platform's own.
ServedAnswer spoiled(FaultKind kind, ServedAnswer good);

}  // namespace support
