#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/wire.hpp"

namespace support {

// One server-sent event.
struct StreamEvent {
    std::string id, kind, data;
};

// Reads `target` of "127.0.0.1:<port>" as server-sent events, like a browser does. For one thread;
// the connection ends with it.
class EventStream {
public:
    // `last_id` goes as Last-Event-ID; empty: none.
    EventStream(unsigned short port, const std::string& target, const std::string& last_id = "");

    // Reads until an event fulfils the condition; false if the connection ended or the limit was
    // over first.
    bool read_until(
        const std::function<bool(const StreamEvent&)>& condition,
        std::chrono::milliseconds limit = std::chrono::seconds{20}
    );

    // Whether the server ends the connection within the limit.
    bool ends(std::chrono::milliseconds limit);

    // All that were read so far, in order.
    [[nodiscard]] const std::vector<StreamEvent>& events() const { return events_; }
    // The head of the answer; empty before the first read.
    [[nodiscard]] const std::string& head() const { return head_; }

private:
    // Takes in what comes next; false if nothing came in time or the connection ended.
    bool read_some(std::chrono::steady_clock::time_point end);
    void cut();

    Wire wire_;
    std::string head_, buffer_;
    std::vector<StreamEvent> events_;
};

}  // namespace support
