#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api_error.hpp"
#include "adapters/http_client.hpp"
#include "adapters/platform.hpp"
#include "adapters/telegram/encode.hpp"
#include "adapters/telegram/polling.hpp"
#include "domain/hasil.hpp"

namespace adapters {

namespace telegram {

struct BotUser {
    std::string id;
    std::string user_name;  // without '@'
    std::string first_name;
};

struct WebhookInfo {
    std::string url;  // empty: none is set
    std::int64_t pending_update_count = 0;
    std::optional<domain::Instant> last_error_date;
    std::string last_error_message;
};

struct BotCommand {
    std::string name;  // without '/': 1-32 of a-z0-9_
    std::string description;
};

}  // namespace telegram

// The sending side of one bot, over one kept connection. For one thread. Every call blocks, at most
// for the deadlines of HttpOptions (get_updates: its time-out and 10 s more), and none throws for
// what the network or Telegram does.
class TelegramClient final : public PlatformClient {
public:
    // `api` is the base address, "https://api.telegram.org". Throws std::invalid_argument for a bad
    // token or address, without repeating it.
    TelegramClient(std::string_view token, std::string_view api, HttpOptions options = {});

    // A message that cannot be encoded is Rejected with the word of name_of(EncodeError), and
    // nothing is sent. The fallbacks of PLATFORMS.md section 6.1 (plain text, without reply) are
    // tried here, once, since the first try was refused for certain.
    // A photo that Telegram refuses for its shape goes out as a document, once.
    SendOutcome send(const Outgoing& message) override;

    // getFile, then the file itself. Telegram knows a file that it will not give: above 20 MB.
    std::optional<FetchFailure> fetch(
        std::string_view reference,
        std::int64_t most_bytes,
        const std::function<bool(std::string_view)>& take
    ) override;
    void answer_press(std::string_view answer_id) override;
    // editMessageReplyMarkup without a keyboard; what is no number is left alone.
    void show_action(std::string_view recipient, ChatAction action) override;
    void remove_buttons(std::string_view recipient, std::string_view message_id) override;

    bool probe() override;

    domain::Result<telegram::BotUser, ApiError> get_me();
    domain::Result<telegram::WebhookInfo, ApiError> get_webhook_info();

    // Updates from `offset` on; waits up to `timeout` for the first. If the batch is larger than an
    // answer may be, asks again for fewer.
    domain::Result<std::vector<telegram::PolledUpdate>, ApiError> get_updates(
        std::int64_t offset, std::chrono::seconds timeout
    );

    // Nothing if it is done, else why not. The settings are those of PLATFORMS.md section 10.
    std::optional<ApiError> set_webhook(std::string_view url, std::string_view secret);
    std::optional<ApiError> delete_webhook();
    std::optional<ApiError> set_my_commands(const std::vector<telegram::BotCommand>& commands);

private:
    [[nodiscard]] std::string path(std::string_view method) const;
    HttpResult call(std::string_view method, std::string body);
    SendOutcome send_body(const domain::Result<std::string, telegram::EncodeError>& body);
    SendOutcome send_text(const Outgoing& message);
    SendOutcome send_file(const Outgoing& message);

    std::string prefix_;  // "/bot<token>/": never logged
    std::string files_;   // "/file/bot<token>/": never logged
    HttpClient http_;
};

}  // namespace adapters
