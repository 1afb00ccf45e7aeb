#include "bot/service/http_syntax.hpp"

#include <algorithm>

namespace bot {

namespace {

constexpr std::size_t kMaxHostLength = 255;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_letter_or_digit(char letter) {
    return (letter >= '0' && letter <= '9') || (lower(letter) >= 'a' && lower(letter) <= 'z');
}

bool is_hex(char letter) {
    return (letter >= '0' && letter <= '9') || (lower(letter) >= 'a' && lower(letter) <= 'f');
}

bool is_one_of(char letter, std::string_view set) {
    return letter != '\0' && set.find(letter) != std::string_view::npos;
}

bool is_port(std::string_view port) {
    if (!is_digits(port) || port.size() > 5 || port.front() == '0') return false;
    int number = 0;
    for (const char digit : port) number = number * 10 + (digit - '0');
    return number <= 65535;
}

}  // namespace

bool equals_ignoring_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

bool equals_as_gateway(std::string_view left, std::string_view right) {
    const auto plain = [](char letter) { return letter == '_' ? '-' : lower(letter); };
    return std::equal(
        left.begin(),
        left.end(),
        right.begin(),
        right.end(),
        [plain](char a, char b) { return plain(a) == plain(b); }
    );
}

std::string_view trim_blanks(std::string_view text) {
    while (!text.empty() && is_one_of(text.front(), " \t")) text.remove_prefix(1);
    while (!text.empty() && is_one_of(text.back(), " \t")) text.remove_suffix(1);
    return text;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return is_letter_or_digit(letter) || is_one_of(letter, "!#$%&'*+-.^_`|~");
    });
}

bool is_field_value(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= '0' && letter <= '9';
    });
}

bool is_plain_path(std::string_view path) {
    if (path.empty() || path.front() != '/') return false;
    const bool plain = std::all_of(path.begin(), path.end(), [](char letter) {
        return is_letter_or_digit(letter) || is_one_of(letter, "-._~!$&'()*+,;=:@/");
    });
    if (!plain) return false;
    std::string_view rest = path.substr(1);
    while (!rest.empty()) {
        const std::string_view segment = rest.substr(0, rest.find('/'));
        if (segment.empty() || segment == "." || segment == "..") return false;
        rest.remove_prefix(std::min(rest.size(), segment.size() + 1));
    }
    return true;
}

bool is_query(std::string_view query) {
    for (std::size_t at = 0; at < query.size(); ++at) {
        if (query[at] == '%') {
            if (at + 2 >= query.size() || !is_hex(query[at + 1]) || !is_hex(query[at + 2])) {
                return false;
            }
            at += 2;
        } else if (!is_letter_or_digit(query[at]) && !is_one_of(query[at], "-._~!$&'()*+,;=:@/?[]")) {
            return false;
        }
    }
    return true;
}

std::string_view without_port(std::string_view host) {
    if (!host.empty() && host.front() == '[') return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

bool is_host(std::string_view host) {
    if (host.empty() || host.size() > kMaxHostLength) return false;
    const std::string_view name = without_port(host);
    const std::string_view port = host.substr(name.size());
    if (!port.empty() && (port.front() != ':' || !is_port(port.substr(1)))) return false;
    if (name.size() > 2 && name.front() == '[' && name.back() == ']') {
        const std::string_view address = name.substr(1, name.size() - 2);
        return address.find(':') != std::string_view::npos &&
               std::all_of(address.begin(), address.end(), [](char letter) {
                   return is_hex(letter) || is_one_of(letter, ":.");
               });
    }
    return !name.empty() && name.front() != '.' && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), [](char letter) {
               return is_letter_or_digit(letter) || is_one_of(letter, "-._");
           });
}

}  // namespace bot
