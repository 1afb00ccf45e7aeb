#include "adapters/whatsapp/challenge.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/hmac.hpp"
#include "adapters/http_client.hpp"

namespace adapters::whatsapp {
namespace {

// Meta sends ten digits; what is far more is not Meta's, and nothing is to be reflected blindly.
constexpr std::size_t kLongestChallenge = 256;

std::optional<std::string> decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        unsigned byte = 0;
        const char* first = text.data() + i + 1;
        if (text.size() - i < 3) return std::nullopt;
        const auto read = std::from_chars(first, first + 2, byte, 16);
        if (read.ec != std::errc{} || read.ptr != first + 2) return std::nullopt;
        plain += static_cast<char>(byte);
        i += 2;
    }
    return plain;
}

// Nothing if the name is missing, comes twice or has a value that cannot be decoded.
std::optional<std::string> value_of(std::string_view query, std::string_view name) {
    std::optional<std::string> value;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const auto equals = std::min(pair.find('='), pair.size());
        if (decoded(pair.substr(0, equals)) != name) continue;
        if (value) return std::nullopt;
        value = decoded(pair.substr(std::min(equals + 1, pair.size())));
        if (!value) return std::nullopt;
    }
    return value;
}

}  // namespace

std::optional<std::string> challenge_answer(std::string_view query, std::string_view verify_token) {
    const auto mode = value_of(query, "hub.mode");
    const auto token = value_of(query, "hub.verify_token");
    auto challenge = value_of(query, "hub.challenge");
    if (verify_token.empty() || mode != "subscribe" || !token || !challenge) return std::nullopt;
    if (!constant_time_equal(*token, verify_token)) return std::nullopt;
    if (challenge->size() > kLongestChallenge || !is_safe_token(*challenge)) return std::nullopt;
    return challenge;
}

}  // namespace adapters::whatsapp
