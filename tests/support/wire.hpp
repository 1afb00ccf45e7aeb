#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace support {

// One TCP connection to 127.0.0.1 with blocking steps that each have a deadline. For one thread.
class Wire {
public:
    using Time = std::chrono::steady_clock::time_point;

    Wire() = default;
    ~Wire() { close(); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    // False if nobody listens there. Closes what was open.
    bool connect(unsigned short port);
    // From connect() until close() or the other side's end.
    [[nodiscard]] bool is_open() const { return socket_ >= 0; }

    // Writes all of it; what comes meanwhile is appended to `received`. False if the connection
    // ended or the time was over.
    bool write(std::string_view bytes, std::string& received, Time end);
    // Appends what comes next to `received`. False if the connection ended, which closes it, or the
    // time was over.
    bool read_some(std::string& received, Time end);

    void close();

private:
    short wait_for(short events, Time end) const;
    bool take(std::string& received);

    int socket_ = -1;
};

}  // namespace support
