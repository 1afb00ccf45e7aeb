#include "adapters/http_address.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "adapters/http_client.hpp"

namespace adapters {
namespace {

[[noreturn]] void refuse(const char* what) {
    throw std::invalid_argument(std::string("base address: ") + what);
}

bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

bool is_port(std::string_view text) {
    unsigned port = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    return read.ec == std::errc{} && read.ptr == end && port >= 1 && port <= 65'535;
}

// Takes "[::1]" or "name" off the front and gives it back without brackets.
std::string take_host(std::string_view& authority) {
    std::string host;
    if (take(authority, "[")) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos) refuse("bracket without end");
        host = authority.substr(0, end);
        authority.remove_prefix(end + 1);
    } else {
        host = authority.substr(0, authority.find(':'));
        authority.remove_prefix(host.size());
    }
    if (!is_safe_token(host)) refuse("bad host");
    return host;
}

}  // namespace

bool is_safe_token(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '_' || c == '.' || c == ':' || c == '-';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool is_safe_path(std::string_view path) {
    if (!path.starts_with('/') || path.find("..") != std::string_view::npos) return false;
    return std::all_of(path.begin(), path.end(), [](char c) {
        constexpr std::string_view kOfPaths = "/?=&";
        return kOfPaths.find(c) != std::string_view::npos || is_safe_token({&c, 1});
    });
}

HttpAddress parse_http_address(std::string_view text) {
    HttpAddress address;
    address.tls = take(text, "https://");
    if (!address.tls && !take(text, "http://")) refuse("neither http nor https");

    std::string_view authority = text.substr(0, text.find('/'));
    text.remove_prefix(authority.size());
    address.field = authority;
    address.host = take_host(authority);
    address.port = address.tls ? "443" : "80";
    if (take(authority, ":")) {
        if (!is_port(authority)) refuse("bad port");
        address.port = authority;
    } else if (!authority.empty()) {
        refuse("bad host");
    }

    while (text.ends_with('/')) text.remove_suffix(1);
    if (!text.empty() && !is_safe_path(text)) refuse("bad path");
    if (text.find_first_of("?=&") != std::string_view::npos) refuse("bad path");
    address.prefix = text;
    return address;
}

}  // namespace adapters
