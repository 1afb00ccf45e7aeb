#include "tests/support/event_stream.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace support {

namespace {

std::string field_of(const std::string& block, const std::string& name) {
    const std::string key = name + ": ";
    std::size_t at = block.rfind(key, 0) == 0 ? 0 : block.find("\n" + key);
    if (at == std::string::npos) return "";
    if (at != 0) ++at;
    const auto end = std::min(block.find('\n', at), block.size());
    return block.substr(at + key.size(), end - at - key.size());
}

}  // namespace

EventStream::EventStream(
    unsigned short port, const std::string& target, const std::string& last_id
) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    std::string request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!last_id.empty()) request += "Last-Event-ID: " + last_id + "\r\n";
    request += "\r\n";
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) < 0) {
        ended_ = true;
    }
}

EventStream::~EventStream() {
    ::close(socket_);
}

bool EventStream::read_some(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now()
    );
    if (ended_ || left.count() <= 0) return false;
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
    char bytes[4096];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    ended_ = count <= 0;
    if (!ended_) buffer_.append(bytes, static_cast<std::size_t>(count));
    cut();
    return !ended_;
}

void EventStream::cut() {
    if (head_.empty()) {
        const auto end = buffer_.find("\r\n\r\n");
        if (end == std::string::npos) return;
        head_ = buffer_.substr(0, end);
        buffer_.erase(0, end + 4);
    }
    for (auto end = buffer_.find("\n\n"); end != std::string::npos; end = buffer_.find("\n\n")) {
        const std::string block = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        if (block.starts_with(":")) continue;
        events_.push_back({field_of(block, "id"), field_of(block, "event"), field_of(block, "data")}
        );
    }
}

bool EventStream::read_until(
    const std::function<bool(const StreamEvent&)>& condition, std::chrono::milliseconds limit
) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (std::size_t seen = 0;;) {
        for (; seen < events_.size(); ++seen) {
            if (condition(events_[seen])) return true;
        }
        if (!read_some(end)) return false;
    }
}

bool EventStream::ends(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (read_some(end)) {
    }
    return ended_;
}

}  // namespace support
