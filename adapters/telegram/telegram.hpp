#pragma once

#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "adapters/telegram/decode.hpp"

namespace adapters {

// The receiving side of one Telegram bot. Immutable: all functions may be called from many threads.
class Telegram final : public Platform {
public:
    // `token` is the bot's, "<bot id>:<secret part>"; only the id is kept. `secret` is what
    // setWebhook was given, 1 to 256 of A-Za-z0-9_-; an empty one (long polling) makes no request
    // genuine. `user_name` without '@'; empty if not known. Throws std::invalid_argument if one of
    // them holds anything else, without repeating it.
    Telegram(std::string_view token, std::string secret, std::string user_name = {});

    [[nodiscard]] std::string_view name() const override { return "telegram"; }
    [[nodiscard]] std::string_view account() const override { return us_.account; }
    [[nodiscard]] std::string_view signature_field() const override {
        return "X-Telegram-Bot-Api-Secret-Token";
    }
    [[nodiscard]] bool is_genuine(const WebhookRequest& request) const override;
    [[nodiscard]] Decoded decode(std::string_view body) const override;

private:
    telegram::BotIdentity us_;
    std::string secret_;
};

namespace telegram {

// The bot id, which is what stands before the ':' of the token. Throws std::invalid_argument,
// without repeating the token, if it is none: digits, ':', and then letters, digits, '_' or '-'.
std::string bot_id(std::string_view token);

}  // namespace telegram
}  // namespace adapters
