#include "adapters/telegram/client.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/fields.hpp"
#include "adapters/telegram/answer.hpp"
#include "adapters/telegram/files.hpp"
#include "adapters/telegram/limits.hpp"
#include "adapters/telegram/outcome.hpp"
#include "adapters/telegram/telegram.hpp"

namespace adapters {
namespace {

namespace json = boost::json;
using telegram::ApiAnswer;

// PLATFORMS.md section 10. Left out would mean "as before", so they are always named.
const json::array& allowed_updates() {
    static const json::array kinds{
        "message", "edited_message", "callback_query", "my_chat_member", "message_reaction"};
    return kinds;
}

// The answer if the call succeeded.
domain::Result<ApiAnswer, ApiError> result_of(const HttpResult& result) {
    if (const auto error = error_without_answer(result)) return domain::Failure{*error};
    const auto* http = std::get_if<HttpAnswered>(&result);
    auto answer = telegram::read_answer(http->body);
    if (!answer) return domain::Failure{ApiError{http->status, "not an answer of the Bot API"}};
    if (!answer->ok) {
        return domain::Failure{
            ApiError{answer->error_code.value_or(http->status), answer->description}};
    }
    return std::move(*answer);
}

std::optional<ApiError> error_of(const HttpResult& result) {
    const auto answer = result_of(result);
    return answer ? std::nullopt : std::optional(answer.error());
}

// The result as an object with `read` applied to it; an error if it is none or has an odd member.
template <class T, class Read>
domain::Result<T, ApiError> object_of(const HttpResult& http, Read read) {
    const auto answer = result_of(http);
    if (!answer) return domain::Failure{answer.error()};
    const auto* object = answer->result.if_object();
    if (object == nullptr) return domain::Failure{ApiError{0, "no object in the result"}};
    Fields fields;
    T value = read(*object, fields);
    if (!fields.problem().empty()) return domain::Failure{ApiError{0, fields.problem()}};
    return value;
}

bool is_too_large(const HttpResult& result) {
    const auto* doubt = std::get_if<HttpInDoubt>(&result);
    return doubt != nullptr && doubt->doubt == HttpDoubt::TooLarge;
}

bool is_rejected_for(const SendOutcome& outcome, std::string_view code) {
    const auto* rejected = std::get_if<Rejected>(&outcome);
    return rejected != nullptr && rejected->code == code;
}

}  // namespace

TelegramClient::TelegramClient(std::string_view token, std::string_view api, HttpOptions options)
    : prefix_("/bot" + std::string(token) + "/"), files_("/file" + prefix_), http_(api, options) {
    telegram::bot_id(token);
}

std::string TelegramClient::path(std::string_view method) const {
    return prefix_ + std::string(method);
}

HttpResult TelegramClient::call(std::string_view method, std::string body) {
    return http_.post_json(path(method), std::move(body));
}

SendOutcome TelegramClient::send_body(const domain::Result<std::string, telegram::EncodeError>& body
) {
    if (!body) return Rejected{std::string(name_of(body.error()))};
    return telegram::outcome_of(call("sendMessage", *body));
}

SendOutcome TelegramClient::send(const Outgoing& message) {
    if (!message.attachment) return send_text(message);
    SendOutcome outcome = send_file(message);
    const bool photo = message.attachment->kind == FileKind::Photo;
    if (photo && is_rejected_for(outcome, "http_400")) {
        Outgoing document = message;
        document.attachment->kind = FileKind::Document;
        return send_file(document);
    }
    return outcome;
}

SendOutcome TelegramClient::send_file(const Outgoing& message) {
    auto encoded = telegram::encode_file(message);
    if (!encoded) return Rejected{std::string(name_of(encoded.error()))};
    auto call = std::move(encoded).value();
    const auto result =
        http_.post(path(call.method), call.content_type, std::move(call.body), telegram::kFileCall);
    SendOutcome outcome = telegram::outcome_of(result);
    if (auto* sent = std::get_if<Sent>(&outcome)) {
        const auto answer = result_of(result);
        if (answer) sent->file_reference = telegram::file_id_of(*answer);
    }
    return outcome;
}

std::optional<FetchFailure> TelegramClient::fetch(
    std::string_view reference,
    std::int64_t most_bytes,
    const std::function<bool(std::string_view)>& take
) {
    const auto http = call("getFile", json::serialize(json::object{{"file_id", reference}}));
    const auto told = object_of<telegram::FilePlace>(http, telegram::read_file_place);
    if (!told) return telegram::fetch_failure_of(told.error());
    if (told->size_bytes.value_or(0) > most_bytes) return FetchFailure::TooLarge;
    const std::string place = files_ + told->path;
    if (told->path.empty() || !is_safe_path(place)) return FetchFailure::Gone;

    const auto result = http_.get_streamed(place, take, telegram::kFileCall);
    const auto* doubt = std::get_if<HttpInDoubt>(&result);
    if (doubt != nullptr && doubt->doubt == HttpDoubt::TooLarge) return FetchFailure::TooLarge;
    const auto* answer = std::get_if<HttpAnswered>(&result);
    if (answer == nullptr || answer->status != 200) return FetchFailure::TryLater;
    return std::nullopt;
}

SendOutcome TelegramClient::send_text(const Outgoing& message) {
    SendOutcome outcome = send_body(telegram::encode(message));
    if (is_rejected_for(outcome, telegram::kCannotParseEntities)) {
        return send_body(telegram::encode_plain(message));
    }
    if (is_rejected_for(outcome, telegram::kReplyNotFound) && !message.reply_to.empty()) {
        Outgoing alone = message;
        alone.reply_to.clear();
        return send_body(telegram::encode(alone));
    }
    return outcome;
}

void TelegramClient::answer_press(std::string_view answer_id) {
    call("answerCallbackQuery", json::serialize(json::object{{"callback_query_id", answer_id}}));
}

void TelegramClient::show_action(std::string_view recipient, ChatAction action) {
    const auto body = telegram::encode_action(recipient, action);
    if (body) call("sendChatAction", *body);
}

void TelegramClient::remove_buttons(std::string_view recipient, std::string_view message_id) {
    const auto body = telegram::encode_without_buttons(recipient, message_id);
    if (body) call("editMessageReplyMarkup", *body);
}

bool TelegramClient::probe() {
    return get_me().has_value();
}

domain::Result<telegram::BotUser, ApiError> TelegramClient::get_me() {
    return object_of<telegram::BotUser>(
        call("getMe", "{}"),
        [](const json::object& user, Fields& fields) {
            return telegram::BotUser{
                fields.numeric_id(user, "id"),
                fields.text_id(user, "username"),
                fields.text(user, "first_name")};
        }
    );
}

domain::Result<telegram::WebhookInfo, ApiError> TelegramClient::get_webhook_info() {
    return object_of<telegram::WebhookInfo>(
        call("getWebhookInfo", "{}"),
        [](const json::object& info, Fields& fields) {
            return telegram::WebhookInfo{
                fields.text(info, "url"),
                fields.integer(info, "pending_update_count").value_or(0),
                fields.instant(info, "last_error_date"),
                fields.text(info, "last_error_message")};
        }
    );
}

domain::Result<std::vector<telegram::PolledUpdate>, ApiError> TelegramClient::get_updates(
    std::int64_t offset, std::chrono::seconds timeout
) {
    constexpr std::chrono::seconds kForTheAnswer{10};
    for (int limit = telegram::kUpdates;; limit /= 2) {
        const json::object body{
            {"offset", offset},
            {"limit", limit},
            {"timeout", timeout.count()},
            {"allowed_updates", allowed_updates()}};
        const auto http =
            http_.post_json(path("getUpdates"), json::serialize(body), timeout + kForTheAnswer);
        if (is_too_large(http) && limit > 1) continue;

        const auto* answer = std::get_if<HttpAnswered>(&http);
        auto updates = answer != nullptr ? telegram::split_updates(answer->body) : std::nullopt;
        if (updates) return std::move(*updates);
        const auto refused = result_of(http);
        if (!refused) return domain::Failure{refused.error()};
        return domain::Failure{ApiError{0, "no list in the result"}};
    }
}

std::optional<ApiError> TelegramClient::set_webhook(std::string_view url, std::string_view secret) {
    const json::object body{
        {"url", url},
        {"secret_token", secret},
        {"max_connections", telegram::kWebhookConnections},
        {"drop_pending_updates", false},
        {"allowed_updates", allowed_updates()}};
    return error_of(call("setWebhook", json::serialize(body)));
}

std::optional<ApiError> TelegramClient::delete_webhook() {
    return error_of(call("deleteWebhook", R"({"drop_pending_updates":false})"));
}

std::optional<ApiError> TelegramClient::set_my_commands(
    const std::vector<telegram::BotCommand>& commands
) {
    json::array list;
    for (const auto& command : commands) {
        list.push_back(json::object{{"command", command.name}, {"description", command.description}}
        );
    }
    return error_of(
        call("setMyCommands", json::serialize(json::object{{"commands", std::move(list)}}))
    );
}

}  // namespace adapters
