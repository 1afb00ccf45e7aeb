#include "adapters/telegram/encode.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cstdlib>
#include <optional>

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

std::optional<EncodeError> check(const Outgoing& message, const Written& written) {
    if (!to_id(message.recipient)) return EncodeError::Recipient;
    if (!message.reply_to.empty() && !to_id(message.reply_to)) return EncodeError::ReplyTo;
    if (written.text.find_first_not_of(" \t\n") == std::string::npos) return EncodeError::EmptyText;
    if (written.units > kText) return EncodeError::TextTooLong;
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

domain::Result<std::string, EncodeError> write(const Outgoing& message, bool with_entities) {
    Written written;
    for (const Run& run : message.text) append(written, run);
    if (const auto error = check(message, written)) return domain::Failure{*error};

    json::object body{{"chat_id", *to_id(message.recipient)}, {"text", written.text}};
    if (with_entities && !written.entities.empty()) body["entities"] = std::move(written.entities);
    body["link_preview_options"] = json::object{{"is_disabled", true}};
    if (auto keyboard = markup(message)) body["reply_markup"] = std::move(*keyboard);
    if (!message.reply_to.empty()) {
        body["reply_parameters"] = json::object{
            {"message_id", *to_id(message.reply_to)}, {"allow_sending_without_reply", true}};
    }
    return json::serialize(body);
}

}  // namespace

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
    }
    std::abort();
}

domain::Result<std::string, EncodeError> encode(const Outgoing& message) {
    return write(message, /*with_entities=*/true);
}

domain::Result<std::string, EncodeError> encode_plain(const Outgoing& message) {
    return write(message, /*with_entities=*/false);
}

std::optional<std::string> encode_without_buttons(
    std::string_view recipient, std::string_view message_id
) {
    const auto chat = to_id(recipient);
    const auto message = to_id(message_id);
    if (!chat || !message) return std::nullopt;
    return json::serialize(json::object{{"chat_id", *chat}, {"message_id", *message}});
}

}  // namespace adapters::telegram
