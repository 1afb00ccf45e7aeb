#include "tests/bot/http_raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace bot_test {

namespace {

constexpr std::chrono::milliseconds kRawPatience{10'000};

bool is_ready(int socket, short what, std::chrono::milliseconds within) {
    pollfd entry{socket, what, 0};
    return ::poll(&entry, 1, static_cast<int>(within.count())) == 1;
}

std::size_t body_length(const std::string& head) {
    constexpr std::string_view kName = "\r\nContent-Length: ";
    const std::size_t at = head.find(kName);
    if (at == std::string::npos) return 0;
    return std::strtoul(head.c_str() + at + kName.size(), nullptr, 10);
}

}  // namespace

bool RawAnswer::has_line(std::string_view line) const {
    return head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos;
}

RawClient::RawClient() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}

RawClient::~RawClient() {
    close();
}

void RawClient::connect(std::uint16_t port) const {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // A failure shows as an end at the first read.
    [[maybe_unused]] const int done =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
}

bool RawClient::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        if (!is_ready(socket_, POLLOUT, kRawPatience)) return false;
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish() const {
    ::shutdown(socket_, SHUT_WR);
}

void RawClient::read_to_end() {
    while (read_more()) buffer_.clear();
}

bool RawClient::read_more() {
    if (!is_ready(socket_, POLLIN, kRawPatience)) return false;
    std::array<char, 4096> piece{};
    const auto bytes = ::recv(socket_, piece.data(), piece.size(), 0);
    if (bytes <= 0) return false;
    buffer_.append(piece.data(), static_cast<std::size_t>(bytes));
    return true;
}

RawAnswer RawClient::read_answer() {
    RawAnswer answer;
    while (buffer_.find("\r\n\r\n") == std::string::npos) {
        if (!read_more()) return answer;
    }
    const std::size_t length = buffer_.find("\r\n\r\n") + 4;
    answer.head = buffer_.substr(0, length);
    buffer_.erase(0, length);
    const std::size_t body = body_length(answer.head);
    while (buffer_.size() < body) {
        if (!read_more()) return answer;
    }
    answer.body = buffer_.substr(0, body);
    buffer_.erase(0, body);
    answer.status = std::atoi(answer.head.c_str() + answer.head.find(' '));
    return answer;
}

bool RawClient::is_ended() {
    return buffer_.empty() && has_news(kRawPatience) && !read_more();
}

bool RawClient::has_news(std::chrono::milliseconds within) const {
    return is_ready(socket_, POLLIN, within);
}

void RawClient::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

RawAnswer ask(std::uint16_t port, std::string_view bytes) {
    RawClient client(port);
    client.send(bytes);
    return client.read_answer();
}

}  // namespace bot_test
