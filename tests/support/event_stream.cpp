#include "tests/support/event_stream.hpp"

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
    std::string request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!last_id.empty()) request += "Last-Event-ID: " + last_id + "\r\n";
    request += "\r\n";
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    if (wire_.connect(port)) wire_.write(request, buffer_, end);
}

bool EventStream::read_some(std::chrono::steady_clock::time_point end) {
    const bool came = wire_.read_some(buffer_, end);
    cut();
    return came;
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
    return !wire_.is_open();
}

}  // namespace support
