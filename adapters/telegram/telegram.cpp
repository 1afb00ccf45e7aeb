#include "adapters/telegram/telegram.hpp"

#include <algorithm>
#include <stdexcept>

#include "adapters/hmac.hpp"
#include "adapters/telegram/limits.hpp"

namespace adapters {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_of_secrets(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

bool all(std::string_view text, bool (*allowed)(char)) {
    return std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace

namespace telegram {

std::string bot_id(std::string_view token) {
    const auto colon = token.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == token.size() ||
        !all(token.substr(0, colon), is_digit) || !all(token.substr(colon + 1), is_of_secrets)) {
        throw std::invalid_argument("telegram token: digits, ':' and A-Za-z0-9_- expected");
    }
    return std::string(token.substr(0, colon));
}

}  // namespace telegram

Telegram::Telegram(std::string_view token, std::string secret, std::string user_name)
    : us_{telegram::bot_id(token), std::move(user_name)}, secret_(std::move(secret)) {
    if (secret_.size() > telegram::kSecret || !all(secret_, is_of_secrets)) {
        throw std::invalid_argument("telegram secret: at most 256 of A-Za-z0-9_- expected");
    }
    if (!all(us_.user_name, is_of_secrets)) {
        throw std::invalid_argument("telegram user name: letters, digits and _ expected");
    }
}

bool Telegram::is_genuine(const WebhookRequest& request) const {
    return !secret_.empty() && constant_time_equal(request.signature, secret_);
}

Decoded Telegram::decode(std::string_view body) const {
    return telegram::decode(body, us_);
}

}  // namespace adapters
