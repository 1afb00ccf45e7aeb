#pragma once

#include <string>

namespace bot {

// The calls of the kernel that take connections in. Plain functions over descriptors.

struct TakenSocket {
    int descriptor = -1;  // of the caller from now on; -1: none
    std::string peer;     // the address without port; an IPv4 address mapped into IPv6 as IPv4
    int error = 0;        // errno if there is none
};

// Takes the next connection of a listening socket that does not block.
TakenSocket take_connection(int listening);

// Whether descriptors or memory have run out.
bool is_shortage(int error);

// Says 503 before anything is read, if the socket takes that at once, and closes it.
void turn_away(int descriptor);

// Answers follow at once, without waiting for more bytes.
void send_at_once(int descriptor);

// A descriptor kept for the moment when there is no other: closing it makes room to take one
// connection in and turn it away. For one thread.
class ReserveDescriptor {
public:
    ReserveDescriptor();
    ~ReserveDescriptor();
    ReserveDescriptor(const ReserveDescriptor&) = delete;
    ReserveDescriptor& operator=(const ReserveDescriptor&) = delete;

    // Turns the next connection away. False if none waits or it did not help.
    bool turn_away_next(int listening);

private:
    int descriptor_;
};

}  // namespace bot
