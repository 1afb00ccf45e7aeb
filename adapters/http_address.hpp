#pragma once

#include <string>
#include <string_view>

namespace adapters {

// The parts of "https://host[:port][/prefix]".
struct HttpAddress {
    bool tls = false;
    std::string host;    // without the brackets of an IPv6 address
    std::string port;    // digits
    std::string field;   // the value of the Host header
    std::string prefix;  // begins with '/' and does not end with one; or empty
};

// Throws std::invalid_argument for anything else. The message does not repeat the address: it may
// hold a secret.
HttpAddress parse_http_address(std::string_view text);

}  // namespace adapters
