#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/support/traffic.hpp"

namespace bench {

// How a plan is sent.
struct LoadOptions {
    unsigned short port = 0;
    std::string secret;
    int connections = 64;
    // 0: closed loop, each connection sends its next message when the answer is there. Else open
    // loop: so many messages per second fall due, whatever the answers do, and the time of a late
    // one counts from when it was due.
    double per_second = 0;
};

struct LoadFigures {
    long answered_200 = 0;
    long answered_otherwise = 0;
    std::chrono::steady_clock::time_point begin;
    std::vector<std::chrono::microseconds> times;
};

// Posts every message of the plan once over kept-alive connections, in the order of each chat, on
// the calling thread. Written for little CPU time of its own: load and service share the machine.
// Throws boost::system::system_error if a connection breaks.
LoadFigures send_load(const support::Plan& plan, const LoadOptions& options);

}  // namespace bench
