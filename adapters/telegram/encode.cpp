#include "adapters/telegram/encode.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "adapters/hmac.hpp"
#include "adapters/http_client.hpp"
#include "adapters/telegram/limits.hpp"
#include "adapters/utf.hpp"

namespace adapters::telegram {
namespace {

namespace json = boost::json;

std::optional<std::int64_t> to_id(std::string_view text) {
    std::int64_t id = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, id);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return id;
}

std::string_view action_name(ChatAction action) {
    switch (action) {
        case ChatAction::Typing:
            return "typing";
        case ChatAction::SendingDocument:
            return "upload_document";
        case ChatAction::SendingPhoto:
            return "upload_photo";
    }
    std::abort();
}

// The runs as one text, and the entities that say where the marked ones lie.
struct Written {
    std::string text;
    std::size_t units = 0;
    json::array entities;
};

void append(Written& written, const Run& run) {
    const std::string text = clean_text(run.text);
    const std::size_t units = utf16_length(text);
    if (run.style != Style::Plain && units != 0 && written.entities.size() < kEntities) {
        written.entities.push_back(json::object{
            {"type", entity_type(run.style)}, {"offset", written.units}, {"length", units}});
    }
    written.text += text;
    written.units += units;
}

// The members that carry the text, and what may be in them.
struct Place {
    std::string_view text, entities;
    std::size_t most;
    bool may_be_empty;
    bool has_previews;  // of links
};
constexpr Place kInMessage{"text", "entities", kText, false, true};
constexpr Place kInCaption{"caption", "caption_entities", kCaption, true, false};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

template <class Choice>
bool are_sound(const std::vector<Choice>& choices) {
    return std::all_of(choices.begin(), choices.end(), [](const Choice& choice) {
        return !choice.label.empty() && !choice.handle.empty() &&
               choice.handle.size() <= kHandleBytes;
    });
}

std::optional<EncodeError> check_choices(const Outgoing& message) {
    if (message.buttons.size() > kButtons) return EncodeError::TooManyButtons;
    if (!are_sound(message.buttons)) return EncodeError::Button;
    if (!message.list) return std::nullopt;
    const std::size_t rows = message.list->rows.size();
    if (rows == 0 || rows > kListRows || !message.buttons.empty()) return EncodeError::List;
    return are_sound(message.list->rows) ? std::nullopt : std::optional(EncodeError::Button);
}

std::optional<EncodeError> check(
    const Outgoing& message, const Written& written, const Place& place
) {
    if (!to_id(message.recipient)) return EncodeError::Recipient;
    if (!message.reply_to.empty() && !to_id(message.reply_to)) return EncodeError::ReplyTo;
    if (!place.may_be_empty && is_blank(written.text)) return EncodeError::EmptyText;
    if (written.units > place.most) return EncodeError::TextTooLong;
    if (const auto error = check_choices(message)) return error;
    if (message.keyboard == Keyboard::AskForContact && message.keyboard_label.empty()) {
        return EncodeError::KeyboardLabel;
    }
    return std::nullopt;
}

// One button in each row: labels are sentences, and on a phone two beside each other are cut.
// Telegram has no lists: their rows are buttons too (PLATFORMS.md section 4.1).
template <class Choice>
json::object inline_keyboard(const std::vector<Choice>& choices) {
    json::array rows;
    for (const Choice& button : choices) {
        rows.push_back(json::array{
            json::object{{"text", clean_text(button.label)}, {"callback_data", button.handle}}});
    }
    return {{"inline_keyboard", std::move(rows)}};
}

json::object contact_keyboard(const std::string& label) {
    json::array row{json::object{{"text", clean_text(label)}, {"request_contact", true}}};
    json::array rows;
    rows.push_back(std::move(row));
    return {{"keyboard", std::move(rows)}, {"resize_keyboard", true}, {"one_time_keyboard", true}};
}

std::optional<json::object> markup(const Outgoing& message) {
    if (!message.buttons.empty()) return inline_keyboard(message.buttons);
    if (message.list) return inline_keyboard(message.list->rows);
    switch (message.keyboard) {
        case Keyboard::None:
            return std::nullopt;
        case Keyboard::AskForContact:
            return contact_keyboard(message.keyboard_label);
        case Keyboard::Remove:
            return json::object{{"remove_keyboard", true}};
    }
    std::abort();
}

domain::Result<json::object, EncodeError> parameters(
    const Outgoing& message, const Place& place, bool with_entities
) {
    Written written;
    for (const Run& run : message.text) append(written, run);
    if (const auto error = check(message, written, place)) return domain::Failure{*error};

    json::object body{{"chat_id", *to_id(message.recipient)}};
    if (!is_blank(written.text)) body[place.text] = written.text;
    if (with_entities && !written.entities.empty()) {
        body[place.entities] = std::move(written.entities);
    }
    if (place.has_previews) body["link_preview_options"] = json::object{{"is_disabled", true}};
    if (auto keyboard = markup(message)) body["reply_markup"] = std::move(*keyboard);
    if (!message.reply_to.empty()) {
        body["reply_parameters"] = json::object{
            {"message_id", *to_id(message.reply_to)}, {"allow_sending_without_reply", true}};
    }
    return body;
}

domain::Result<std::string, EncodeError> write(const Outgoing& message, bool with_entities) {
    const auto body = parameters(message, kInMessage, with_entities);
    if (!body) return domain::Failure{body.error()};
    return json::serialize(*body);
}

bool is_photo(const Attachment& file) {
    return file.kind == FileKind::Photo;
}

bool is_sendable(const Attachment& file) {
    const bool known = is_photo(file) || file.kind == FileKind::Document;
    if (!known) return false;
    if (!file.reference.empty()) return true;
    const bool plain_name = is_safe_token(file.name) && file.name.find(':') == std::string::npos;
    const std::size_t most = is_photo(file) ? kPhotoBytes : kFileBytes;
    return plain_name && !file.content.empty() && file.content.size() <= most &&
           is_safe_path("/" + file.mime);
}

// A text stands as it is in its part, everything else as JSON.
std::string part_text(const json::value& value) {
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

FileCall multipart(const json::object& members, const Attachment& file) {
    constexpr std::size_t kBoundaryBytes = 16;
    const std::string boundary = "skpbot-" + base64url(random_bytes(kBoundaryBytes));
    const std::string disposition = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
    std::string body;
    for (const auto& [key, value] : members) {
        body.append(disposition).append(key).append("\"\r\n\r\n");
        body.append(part_text(value)).append("\r\n");
    }
    body.append(disposition).append(is_photo(file) ? "photo" : "document");
    body.append("\"; filename=\"").append(file.name).append("\"\r\nContent-Type: ");
    body.append(file.mime).append("\r\n\r\n").append(file.content);
    body.append("\r\n--").append(boundary).append("--\r\n");
    return {"", "multipart/form-data; boundary=" + boundary, std::move(body)};
}

}  // namespace

std::string_view entity_type(Style style) {
    switch (style) {
        case Style::Plain:
            return {};
        case Style::Bold:
            return "bold";
        case Style::Italic:
            return "italic";
        case Style::Mono:
            return "code";
    }
    std::abort();
}

std::string_view name_of(EncodeError error) {
    switch (error) {
        case EncodeError::Recipient:
            return "recipient";
        case EncodeError::ReplyTo:
            return "reply_to";
        case EncodeError::EmptyText:
            return "empty_text";
        case EncodeError::TextTooLong:
            return "text_too_long";
        case EncodeError::TooManyButtons:
            return "too_many_buttons";
        case EncodeError::Button:
            return "button";
        case EncodeError::List:
            return "list";
        case EncodeError::KeyboardLabel:
            return "keyboard_label";
        case EncodeError::Attachment:
            return "attachment";
    }
    std::abort();
}

domain::Result<std::string, EncodeError> encode(const Outgoing& message) {
    return write(message, /*with_entities=*/true);
}

domain::Result<std::string, EncodeError> encode_plain(const Outgoing& message) {
    return write(message, /*with_entities=*/false);
}

domain::Result<FileCall, EncodeError> encode_file(const Outgoing& message) {
    if (!message.attachment || !is_sendable(*message.attachment)) {
        return domain::Failure{EncodeError::Attachment};
    }
    auto members = parameters(message, kInCaption, /*with_entities=*/true);
    if (!members) return domain::Failure{members.error()};
    const Attachment& file = *message.attachment;
    FileCall call;
    if (file.reference.empty()) {
        call = multipart(*members, file);
    } else {
        json::object body = std::move(members).value();
        body[is_photo(file) ? "photo" : "document"] = file.reference;
        call = {"", "application/json", json::serialize(body)};
    }
    call.method = is_photo(file) ? "sendPhoto" : "sendDocument";
    return call;
}

std::optional<std::string> encode_without_buttons(
    std::string_view recipient, std::string_view message_id
) {
    const auto chat = to_id(recipient);
    const auto message = to_id(message_id);
    if (!chat || !message) return std::nullopt;
    return json::serialize(json::object{{"chat_id", *chat}, {"message_id", *message}});
}

std::optional<std::string> encode_action(std::string_view recipient, ChatAction action) {
    const auto chat = to_id(recipient);
    if (!chat) return std::nullopt;
    return json::serialize(json::object{{"chat_id", *chat}, {"action", action_name(action)}});
}

}  // namespace adapters::telegram
