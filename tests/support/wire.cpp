#include "tests/support/wire.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace support {

bool Wire::connect(unsigned short port) {
    close();
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        return true;
    }
    close();
    return false;
}

// The events that came; none if the time was over.
short Wire::wait_for(short events, Time end) const {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd waiting{socket_, events, 0};
    const int most = static_cast<int>(std::max<std::int64_t>(left.count(), 0));
    return ::poll(&waiting, 1, most) > 0 ? waiting.revents : short{0};
}

bool Wire::take(std::string& received) {
    char bytes[16'384];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) {
        close();
        return false;
    }
    received.append(bytes, static_cast<std::size_t>(count));
    return true;
}

bool Wire::write(std::string_view bytes, std::string& received, Time end) {
    while (!bytes.empty()) {
        const short come = is_open() ? wait_for(POLLIN | POLLOUT, end) : short{0};
        if (come == 0) return false;
        if ((come & POLLOUT) != 0) {
            const auto count =
                ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        if ((come & ~POLLOUT) != 0 && !take(received)) return bytes.empty();
    }
    return true;
}

bool Wire::read_some(std::string& received, Time end) {
    return is_open() && wait_for(POLLIN, end) != 0 && take(received);
}

void Wire::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

}  // namespace support
