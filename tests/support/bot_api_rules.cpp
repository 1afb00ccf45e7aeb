#include "tests/support/bot_api_rules.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <vector>

#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;
using Reason = std::optional<std::string>;

constexpr std::size_t kTextUnits = 4096;
constexpr std::size_t kHandleBytes = 64;
constexpr std::size_t kPressAnswerUnits = 200;
constexpr std::size_t kCommands = 100;

Reason surprise(const json::object& object, const std::set<std::string_view>& known) {
    const auto name = unknown_field(object, known);
    return name ? Reason("unexpected field " + *name) : std::nullopt;
}

bool is_chat_id(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    return !text.empty() && text.size() <= 20 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

Reason chat_reason(const json::object& parameters) {
    if (integer_of(parameters, "chat_id")) return std::nullopt;
    const auto text = text_of(parameters, "chat_id");
    if (!text || text->empty()) return "chat_id is empty";
    if (!is_chat_id(*text)) return "chat not found";
    return std::nullopt;
}

// The UTF-16 offsets at which a character begins, and the end.
std::vector<bool> character_starts(std::string_view text, std::size_t units) {
    std::vector<bool> starts(units + 1, false);
    std::size_t unit = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) continue;
        starts[unit] = true;
        unit += byte >= 0xF0U ? 2 : 1;
    }
    starts[units] = true;
    return starts;
}

Reason entities_reason(const json::value& entities, std::string_view text, std::size_t units) {
    static const std::set<std::string_view> kTypes = {
        "bold", "italic", "underline", "strikethrough", "code", "pre", "text_link"};
    if (!entities.is_array()) return "can't parse entities: not an array";
    const auto starts = character_starts(text, units);
    for (const json::value& value : entities.as_array()) {
        if (!value.is_object()) return "can't parse entities: not an object";
        const json::object& entity = value.as_object();
        if (auto reason = surprise(entity, {"type", "offset", "length", "url", "language"}))
            return reason;
        const auto type = text_of(entity, "type");
        const auto offset = integer_of(entity, "offset");
        const auto length = integer_of(entity, "length");
        if (!type || !kTypes.contains(*type)) return "can't parse entities: unsupported type";
        if (!offset || !length || *offset < 0 || *length <= 0 ||
            *offset + *length > static_cast<std::int64_t>(units))
            return "can't parse entities: entity is out of range";
        if (!starts[static_cast<std::size_t>(*offset)] ||
            !starts[static_cast<std::size_t>(*offset + *length)])
            return "can't parse entities: entity begins or ends inside a character";
    }
    return std::nullopt;
}

Reason inline_keyboard_reason(const json::value& rows) {
    if (!rows.is_array()) return "inline_keyboard is not an array";
    for (const json::value& row : rows.as_array()) {
        if (!row.is_array()) return "row of inline_keyboard is not an array";
        for (const json::value& value : row.as_array()) {
            if (!value.is_object()) return "button is not an object";
            const json::object& button = value.as_object();
            if (auto reason = surprise(button, {"text", "callback_data", "url"})) return reason;
            const auto label = text_of(button, "text");
            if (!label || label->empty())
                return "text buttons are unallowed in the inline keyboard";
            if (button.contains("callback_data") == button.contains("url"))
                return "button needs exactly one of callback_data and url";
            const auto handle = text_of(button, "callback_data");
            if (button.contains("callback_data") &&
                (!handle || handle->empty() || handle->size() > kHandleBytes))
                return "BUTTON_DATA_INVALID";
        }
    }
    return std::nullopt;
}

Reason reply_keyboard_reason(const json::value& rows) {
    if (!rows.is_array()) return "keyboard is not an array";
    for (const json::value& row : rows.as_array()) {
        if (!row.is_array()) return "row of keyboard is not an array";
        for (const json::value& value : row.as_array()) {
            if (!value.is_object()) return "button is not an object";
            const json::object& button = value.as_object();
            if (auto reason = surprise(button, {"text", "request_contact"})) return reason;
            const auto label = text_of(button, "text");
            if (!label || label->empty()) return "button without text";
        }
    }
    return std::nullopt;
}

Reason markup_reason(const json::value& value) {
    if (!value.is_object()) return "can't parse reply keyboard markup JSON object";
    const json::object& markup = value.as_object();
    if (const json::value* rows = markup.if_contains("inline_keyboard")) {
        if (auto reason = surprise(markup, {"inline_keyboard"})) return reason;
        return inline_keyboard_reason(*rows);
    }
    if (const json::value* rows = markup.if_contains("keyboard")) {
        if (auto reason = surprise(
                markup,
                {"keyboard",
                 "resize_keyboard",
                 "one_time_keyboard",
                 "is_persistent",
                 "selective",
                 "input_field_placeholder"}
            ))
            return reason;
        return reply_keyboard_reason(*rows);
    }
    if (const json::value* remove = markup.if_contains("remove_keyboard")) {
        if (!remove->is_bool() || !remove->as_bool()) return "remove_keyboard must be true";
        return surprise(markup, {"remove_keyboard", "selective"});
    }
    return "reply_markup of an unknown kind";
}

Reason reply_reason(const json::value& value) {
    if (!value.is_object()) return "can't parse reply parameters";
    const json::object& reply = value.as_object();
    if (auto reason = surprise(reply, {"message_id", "allow_sending_without_reply"})) return reason;
    if (!integer_of(reply, "message_id")) return "message to be replied not found";
    return std::nullopt;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \n\t\r") == std::string_view::npos;
}

Reason send_message_reason(const json::object& parameters) {
    if (auto reason = surprise(
            parameters,
            {"chat_id",
             "text",
             "entities",
             "link_preview_options",
             "disable_notification",
             "protect_content",
             "reply_parameters",
             "reply_markup"}
        ))
        return reason;
    if (auto reason = chat_reason(parameters)) return reason;
    const auto text = text_of(parameters, "text");
    if (!text || is_blank(*text)) return "message text is empty";
    const auto units = utf16_units(*text);
    if (!units) return "strings must be encoded in UTF-8";
    if (*units > kTextUnits) return "message is too long";
    if (const json::value* entities = parameters.if_contains("entities"))
        if (auto reason = entities_reason(*entities, *text, *units)) return reason;
    if (const json::value* markup = parameters.if_contains("reply_markup"))
        if (auto reason = markup_reason(*markup)) return reason;
    if (const json::value* reply = parameters.if_contains("reply_parameters"))
        return reply_reason(*reply);
    return std::nullopt;
}

Reason send_file_reason(const json::object& parameters, std::string_view kind) {
    constexpr std::size_t kCaptionUnits = 1024;
    if (auto reason = surprise(
            parameters,
            {"chat_id", kind, "caption", "caption_entities", "reply_parameters", "reply_markup"}
        ))
        return reason;
    if (auto reason = chat_reason(parameters)) return reason;
    const auto file = text_of(parameters, kind);
    if (!file || file->empty()) return "there is no " + std::string(kind) + " in the request";
    if (file->starts_with("http")) return "sending by address is not used";
    const auto caption = text_of(parameters, "caption").value_or("");
    const auto units = utf16_units(caption);
    if (!units) return "strings must be encoded in UTF-8";
    if (*units > kCaptionUnits) return "message caption is too long";
    if (const json::value* entities = parameters.if_contains("caption_entities"))
        if (auto reason = entities_reason(*entities, caption, *units)) return reason;
    if (const json::value* markup = parameters.if_contains("reply_markup"))
        if (auto reason = markup_reason(*markup)) return reason;
    if (const json::value* reply = parameters.if_contains("reply_parameters"))
        return reply_reason(*reply);
    return std::nullopt;
}

Reason get_file_reason(const json::object& parameters) {
    if (auto reason = surprise(parameters, {"file_id"})) return reason;
    const auto id = text_of(parameters, "file_id");
    if (!id || id->empty()) return "file_id not specified";
    return std::nullopt;
}

Reason press_answer_reason(const json::object& parameters) {
    if (auto reason = surprise(parameters, {"callback_query_id", "text", "show_alert"}))
        return reason;
    const auto id = text_of(parameters, "callback_query_id");
    if (!id || id->empty())
        return "query is too old and response timeout expired or query ID is invalid";
    if (const auto text = text_of(parameters, "text")) {
        const auto units = utf16_units(*text);
        if (!units || *units > kPressAnswerUnits) return "MESSAGE_TOO_LONG";
    }
    return std::nullopt;
}

Reason edit_markup_reason(const json::object& parameters) {
    if (auto reason = surprise(parameters, {"chat_id", "message_id", "reply_markup"}))
        return reason;
    if (auto reason = chat_reason(parameters)) return reason;
    if (!integer_of(parameters, "message_id")) return "message to edit not found";
    if (const json::value* markup = parameters.if_contains("reply_markup"))
        return markup_reason(*markup);
    return std::nullopt;
}

Reason action_reason(const json::object& parameters) {
    static const std::set<std::string_view> kActions = {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note"};
    if (auto reason = surprise(parameters, {"chat_id", "action"})) return reason;
    if (auto reason = chat_reason(parameters)) return reason;
    const auto action = text_of(parameters, "action");
    if (!action || !kActions.contains(*action)) return "wrong parameter action in request";
    return std::nullopt;
}

Reason commands_reason(const json::object& parameters) {
    const json::value* commands = parameters.if_contains("commands");
    if (commands == nullptr || !commands->is_array()) return "can't parse commands";
    if (commands->as_array().size() > kCommands) return "BOT_COMMANDS_TOO_MUCH";
    for (const json::value& value : commands->as_array()) {
        if (!value.is_object()) return "can't parse commands";
        const auto name = text_of(value.as_object(), "command");
        const auto description = text_of(value.as_object(), "description");
        const bool name_ok = name && !name->empty() && name->size() <= 32 &&
                             name->find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                                 std::string_view::npos;
        if (!name_ok) return "BOT_COMMAND_INVALID";
        if (!description || description->empty() || description->size() > 256)
            return "BOT_COMMAND_DESCRIPTION_INVALID";
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> why_file_refused(std::string_view method, std::string_view content) {
    constexpr std::size_t kMega = 1024 * 1024;
    if (content.empty()) return "file must be non-empty";
    const bool photo = method == "sendPhoto";
    if (content.size() > (photo ? 10 : 50) * kMega) return "file is too big";
    const bool picture = content.starts_with("\xFF\xD8\xFF") || content.starts_with("\x89PNG");
    if (photo && !picture) return "IMAGE_PROCESS_FAILED";
    return std::nullopt;
}

std::optional<std::string> why_refused(std::string_view method, const json::object& parameters) {
    if (method == "sendMessage") return send_message_reason(parameters);
    if (method == "sendDocument") return send_file_reason(parameters, "document");
    if (method == "sendPhoto") return send_file_reason(parameters, "photo");
    if (method == "getFile") return get_file_reason(parameters);
    if (method == "answerCallbackQuery") return press_answer_reason(parameters);
    if (method == "editMessageReplyMarkup") return edit_markup_reason(parameters);
    if (method == "sendChatAction") return action_reason(parameters);
    if (method == "setMyCommands") return commands_reason(parameters);
    if (method == "setWebhook") {
        const auto url = text_of(parameters, "url");
        if (!url) return "bad webhook: no url";
        if (!url->empty() && !url->starts_with("https://"))
            return "bad webhook: An HTTPS URL must be provided for webhook";
        return surprise(
            parameters,
            {"url", "secret_token", "max_connections", "drop_pending_updates", "allowed_updates"}
        );
    }
    return std::nullopt;
}

}  // namespace support
