#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <stdexcept>

#include "tests/support/command.hpp"

namespace support {

namespace {

int first_outgoing_port() {
    int first = 32768;
    std::ifstream("/proc/sys/net/ipv4/ip_local_port_range") >> first;
    return first > 12000 ? first : 65535;
}

bool can_bind(unsigned short port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return false;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool free =
        ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return free;
}

}  // namespace

unsigned short free_port() {
    static std::mt19937 random{std::random_device{}()};
    std::uniform_int_distribution<int> ports(10000, first_outgoing_port() - 1);
    for (int tries = 0; tries < 1000; ++tries) {
        const auto port = static_cast<unsigned short>(ports(random));
        if (can_bind(port)) return port;
    }
    throw std::runtime_error("no free port on 127.0.0.1");
}

}  // namespace support
