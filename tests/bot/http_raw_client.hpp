#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace bot_test {

// What came back: status 0 and an empty head if the connection ended without an answer.
struct RawAnswer {
    int status = 0;
    std::string head;
    std::string body;

    // Whether the head has this line, letter case respected.
    [[nodiscard]] bool has_line(std::string_view line) const;
};

// A client that sends bytes as they are, on one connection to 127.0.0.1. For one thread. Waits at
// most ten seconds for anything; then it acts as if the connection had ended.
class RawClient {
public:
    explicit RawClient(std::uint16_t port) : RawClient() { connect(port); }
    // Has a socket, but no connection yet.
    RawClient();
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void connect(std::uint16_t port) const;

    // False if the other side does not take all of it.
    bool send(std::string_view bytes) const;

    // Says that nothing more will be sent.
    void finish() const;

    // Reads until the connection ends and drops what comes.
    void read_to_end();

    // The next answer, as long as its Content-Length says.
    RawAnswer read_answer();

    // Whether the connection ends, by a reset or in order, without any further byte.
    bool is_ended();

    // Whether something, also an end, arrives within that time.
    [[nodiscard]] bool has_news(std::chrono::milliseconds within) const;

    void close();

private:
    // One more piece into the buffer; false at the end.
    bool read_more();

    int socket_ = -1;
    std::string buffer_;
};

// One request on a connection of its own.
RawAnswer ask(std::uint16_t port, std::string_view bytes);

}  // namespace bot_test
