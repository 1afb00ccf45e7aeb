#include "tests/support/bot_api_state.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "tests/support/bot_api_rules.hpp"
#include "tests/support/json_fields.hpp"
#include "tests/support/telegram_bot_user.hpp"

namespace support {

namespace {

namespace json = boost::json;

std::string ok(json::value result) {
    return json::serialize(json::object{{"ok", true}, {"result", std::move(result)}});
}

std::int64_t chat_of(const json::object& parameters) {
    const json::value& chat = parameters.at("chat_id");
    return chat.is_int64() ? chat.as_int64() : std::stoll(std::string(chat.as_string()));
}

std::vector<ApiButton> buttons_of(const json::object& markup) {
    std::vector<ApiButton> buttons;
    const json::value* rows = markup.if_contains("inline_keyboard");
    if (rows == nullptr) return buttons;
    for (const json::value& row : rows->as_array())
        for (const json::value& value : row.as_array()) {
            const json::object& button = value.as_object();
            buttons.push_back(
                {.label = text_or_empty(button, "text"),
                 .handle = text_or_empty(button, "callback_data"),
                 .url = text_or_empty(button, "url")}
            );
        }
    return buttons;
}

bool asks_for_contact(const json::object& markup) {
    const json::value* rows = markup.if_contains("keyboard");
    return rows != nullptr &&
           json::serialize(*rows).find("\"request_contact\":true") != std::string::npos;
}

json::object parsed(const std::string& body) {
    return parse_object(body).value_or(json::object());
}

}  // namespace

ApiReply refusal(int status, const std::string& description) {
    const char* prefix = status == 400 ? "Bad Request: " : status == 403 ? "Forbidden: " : "";
    json::object answer{
        {"ok", false}, {"error_code", status}, {"description", prefix + description}};
    return {.status = status, .body = json::serialize(answer), .description = description};
}

BotApiState::BotApiState(std::string token) : token_(std::move(token)) {}

Fault BotApiState::take_fault(std::string_view method) {
    const std::scoped_lock lock(mutex);
    if (method == "sendMessage" && !script.empty()) {
        const Fault fault = script.front();
        script.pop_front();
        return fault;
    }
    if ((method == "getFile" || method == "file") && !file_script.empty()) {
        const Fault fault = file_script.front();
        file_script.pop_front();
        return fault;
    }
    const bool may_fail = method == "sendMessage" || method == "getMe" ||
                          method == "answerCallbackQuery" || method == "editMessageReplyMarkup";
    if (!may_fail || random_share <= 0) return {};
    if (std::uniform_real_distribution<>(0, 1)(random) >= random_share) return {};
    return random_fault(random);
}

ApiReply BotApiState::reply(std::string_view method, const std::string& body, bool deliver) {
    const std::scoped_lock lock(mutex);
    const auto parameters = parse_object(body.empty() ? "{}" : body);
    if (!parameters) return refusal(400, "can't parse JSON object");
    if (const auto reason = why_refused(method, *parameters)) return refusal(400, *reason);
    if (method == "getFile") return get_file(*parameters);
    const bool sends = method == "sendMessage" || method == "sendDocument" || method == "sendPhoto";
    if (sends) return send_message(method, *parameters, std::nullopt, deliver);
    return simple(method, body);
}

ApiReply BotApiState::reply_multipart(
    std::string_view method, const std::string& content_type, const std::string& body, bool deliver
) {
    const std::scoped_lock lock(mutex);
    const auto form = read_multipart(content_type, body);
    if (!form || !form->file) return refusal(400, "can't parse multipart form");
    json::object parameters;
    for (const auto& [key, text] : form->fields) {
        const bool structured =
            key == "reply_markup" || key == "caption_entities" || key == "reply_parameters";
        boost::system::error_code error;
        parameters[key] = structured ? json::parse(text, error) : json::value(text);
        if (error) return refusal(400, "can't parse " + key);
    }
    // In the rules an uploaded file stands where its file_id would stand.
    parameters[form->file->field] = "attach://upload";
    if (const auto reason = why_refused(method, parameters)) return refusal(400, *reason);
    if (const auto reason = why_file_refused(method, form->file->content)) {
        return refusal(400, *reason);
    }
    return send_message(method, parameters, form->file, deliver);
}

std::string BotApiState::keep_file(
    const std::string& content, std::optional<std::int64_t> told_size
) {
    const std::int64_t number = next_file++;
    const std::string id = "BQACAgUAAxkBAAI" + std::to_string(number) + "_-berkas";
    files[id] = {
        content,
        "documents/file_" + std::to_string(number),
        told_size.value_or(static_cast<std::int64_t>(content.size()))};
    return id;
}

std::optional<std::string> BotApiState::file_at(std::string_view path) {
    const std::scoped_lock lock(mutex);
    for (const auto& [id, file] : files) {
        if (file.path == path) return file.content;
    }
    return std::nullopt;
}

ApiReply BotApiState::get_file(const json::object& parameters) {
    constexpr std::int64_t kMost = std::int64_t{20} * 1024 * 1024;
    const auto found = files.find(text_or_empty(parameters, "file_id"));
    if (found == files.end())
        return refusal(400, "wrong file_id or the file is temporarily unavailable");
    if (found->second.told_size > kMost) return refusal(400, "file is too big");
    return {
        .body = ok(json::object{
            {"file_id", found->first},
            {"file_unique_id", "u" + found->first},
            {"file_size", found->second.told_size},
            {"file_path", found->second.path}})};
}

ApiReply BotApiState::send_message(
    std::string_view method,
    const json::object& parameters,
    const std::optional<UploadedFile>& upload,
    bool deliver
) {
    const std::string kind = method == "sendDocument" ? "document"
                             : method == "sendPhoto"  ? "photo"
                                                      : "";
    std::string file_id = kind.empty() ? "" : text_or_empty(parameters, kind);
    if (!kind.empty() && !upload && !files.contains(file_id)) {
        return refusal(400, "wrong file identifier/HTTP URL specified");
    }
    const std::int64_t chat = chat_of(parameters);
    if (blocked.contains(chat)) return refusal(403, "bot was blocked by the user");

    SentMessage message;
    message.at = std::chrono::steady_clock::now();
    message.chat = chat;
    message.message_id = next_message_id++;
    message.text = text_or_empty(parameters, kind.empty() ? "text" : "caption");
    message.file_kind = kind;
    message.uploaded = upload.has_value();
    if (upload) {
        file_id = keep_file(upload->content, std::nullopt);
        message.file_name = upload->name;
    }
    if (!kind.empty()) message.file_content = files.at(file_id).content;
    if (const json::value* markup = parameters.if_contains("reply_markup")) {
        message.buttons = buttons_of(markup->as_object());
        message.asks_for_contact = asks_for_contact(markup->as_object());
    }
    if (const json::value* reply = parameters.if_contains("reply_parameters"))
        message.reply_to = reply->as_object().at("message_id").as_int64();

    const auto now = std::chrono::system_clock::now().time_since_epoch();
    json::object result{
        {"message_id", message.message_id},
        {"from", telegram_bot_user()},
        {"chat", json::object{{"id", chat}, {"first_name", "Contoh"}, {"type", "private"}}},
        {"date", std::chrono::duration_cast<std::chrono::seconds>(now).count()},
        {"text", message.text}};
    const json::object sent_file{
        {"file_id", file_id},
        {"file_unique_id", "u" + file_id},
        {"file_size", message.file_content.size()}};
    if (kind == "document") result["document"] = sent_file;
    if (kind == "photo") result["photo"] = json::array{sent_file};
    ApiReply reply{.body = ok(std::move(result))};
    if (deliver) {
        ledger.push_back(std::move(message));
        reply.delivered = static_cast<std::int64_t>(ledger.size());
    }
    return reply;
}

ApiReply BotApiState::simple(std::string_view method, const std::string& body) {
    if (method == "getMe") return {.body = ok(telegram_bot_user())};
    if (method == "setWebhook") {
        webhook = text_or_empty(parsed(body), "url").empty() ? "" : body;
        return {.body = ok(true)};
    }
    if (method == "deleteWebhook") {
        webhook.clear();
        return {.body = ok(true)};
    }
    if (method == "getWebhookInfo")
        return {
            .body = ok(json::object{
                {"url", text_or_empty(parsed(webhook), "url")},
                {"has_custom_certificate", false},
                {"pending_update_count", updates_waiting.size()}})};
    if (method == "answerCallbackQuery" || method == "setMyCommands" ||
        method == "sendChatAction" || method == "editMessageReplyMarkup")
        return {.body = ok(true)};
    return refusal(404, "Not Found");
}

std::optional<ApiReply> BotApiState::updates(const std::string& body) {
    const std::scoped_lock lock(mutex);
    if (!webhook.empty())
        return refusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        );
    const json::object parameters = parsed(body);
    std::int64_t offset = 0;
    if (const json::value* value = parameters.if_contains("offset"); value && value->is_int64())
        offset = value->as_int64();
    std::int64_t limit = 100;
    if (const json::value* value = parameters.if_contains("limit"); value && value->is_int64())
        limit = value->as_int64();
    updates_waiting.erase(updates_waiting.begin(), updates_waiting.lower_bound(offset));
    if (updates_waiting.empty()) return std::nullopt;
    std::string list;
    for (const auto& [id, update] : updates_waiting) {
        if (limit-- <= 0) break;
        list += (list.empty() ? "" : ",") + update;
    }
    return ApiReply{.body = R"({"ok":true,"result":[)" + list + "]}"};
}

void BotApiState::mark_answered(std::int64_t delivered) {
    if (delivered == 0) return;
    const std::scoped_lock lock(mutex);
    ledger[static_cast<std::size_t>(delivered - 1)].answered = true;
}

void BotApiState::log_call(ApiCall call) {
    const std::scoped_lock lock(mutex);
    calls.push_back(std::move(call));
}

}  // namespace support
