#include "bot/service/http_sockets.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace bot {

namespace {

constexpr std::string_view kBusy =
    "HTTP/1.1 503 Service Unavailable\r\n"
    "Content-Type: application/json\r\n"
    "Retry-After: 5\r\n"
    "Connection: close\r\n"
    "Content-Length: 23\r\n"
    "\r\n"
    R"({"error":"unavailable"})";

std::string address_text(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
        ::inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
        return text.data();
    }
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
    if (IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr)) {
        ::inet_ntop(AF_INET, v6->sin6_addr.s6_addr + 12, text.data(), text.size());
    } else {
        ::inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
    }
    return text.data();
}

int open_reserve() {
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

}  // namespace

TakenSocket take_connection(int listening) {
    sockaddr_storage address{};
    socklen_t length = sizeof(address);
    const int descriptor = ::accept4(
        listening, reinterpret_cast<sockaddr*>(&address), &length, SOCK_NONBLOCK | SOCK_CLOEXEC
    );
    if (descriptor < 0) return {-1, {}, errno};
    return {descriptor, address_text(address), 0};
}

bool is_shortage(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

void turn_away(int descriptor) {
    [[maybe_unused]] const auto sent =
        ::send(descriptor, kBusy.data(), kBusy.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::shutdown(descriptor, SHUT_WR);
    ::close(descriptor);
}

void send_at_once(int descriptor) {
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

ReserveDescriptor::ReserveDescriptor() : descriptor_(open_reserve()) {}

ReserveDescriptor::~ReserveDescriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool ReserveDescriptor::turn_away_next(int listening) {
    if (descriptor_ >= 0) ::close(descriptor_);
    const TakenSocket taken = take_connection(listening);
    if (taken.descriptor >= 0) turn_away(taken.descriptor);
    descriptor_ = open_reserve();
    return taken.descriptor >= 0;
}

}  // namespace bot
