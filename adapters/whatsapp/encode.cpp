#include "adapters/whatsapp/encode.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <optional>

#include "adapters/utf.hpp"
#include "adapters/whatsapp/encode_parts.hpp"
#include "adapters/whatsapp/formatting.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters::whatsapp {
namespace {

using Body = domain::Result<json::object, EncodeError>;

bool is_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The number goes into "to", a user id into "recipient"; never both (PLATFORMS.md section 12).
std::optional<json::object> envelope(std::string_view recipient) {
    const bool number = is_number(recipient);
    if (!number && !is_id(recipient)) return std::nullopt;
    return json::object{
        {"messaging_product", "whatsapp"},
        {"recipient_type", "individual"},
        {number ? "to" : "recipient", recipient}};
}

std::size_t text_limit(const Outgoing& message) {
    if (!message.buttons.empty() || message.list) return kTextWithButtons;
    return message.attachment ? kCaption : kText;
}

// With marks if they fit, else without.
domain::Result<std::string, EncodeError> written_text(const Outgoing& message) {
    for (const Marks marks : {Marks::Written, Marks::Omitted}) {
        std::string text = formatted(message.text, marks);
        const bool empty = text.find_first_not_of(" \t\n") == std::string::npos;
        const bool may_be_empty = message.attachment && message.buttons.empty() && !message.list;
        if (empty && !may_be_empty) return domain::Failure{EncodeError::EmptyText};
        if (utf16_length(text) <= text_limit(message)) return empty ? std::string() : text;
    }
    return domain::Failure{EncodeError::TextTooLong};
}

std::optional<EncodeError> check(const Outgoing& message) {
    if (!message.reply_to.empty() && !is_id(message.reply_to)) return EncodeError::ReplyTo;
    if (!message.tracker.empty() &&
        (!is_id(message.tracker) || message.tracker.size() > kTracker)) {
        return EncodeError::Tracker;
    }
    if (message.attachment && !is_attachment(*message.attachment)) return EncodeError::Attachment;
    if (message.attachment && message.list) return EncodeError::Attachment;
    if (message.list && !message.buttons.empty()) return EncodeError::List;
    if (message.buttons.size() > kButtons) return EncodeError::TooManyButtons;
    return std::nullopt;
}

Body with_type(std::string_view type, json::object content) {
    return json::object{{"type", type}, {type, std::move(content)}};
}

Body content_of(const Outgoing& message) {
    const auto text = written_text(message);
    if (!text) return domain::Failure{text.error()};
    if (message.list) {
        auto action = list_action(*message.list);
        if (!action) return domain::Failure{EncodeError::List};
        return with_type("interactive", interactive_content("list", *text, std::move(*action)));
    }
    if (!message.buttons.empty()) {
        auto action = button_action(message.buttons);
        if (!action) return domain::Failure{EncodeError::Button};
        auto content = interactive_content("button", *text, std::move(*action));
        if (message.attachment) content["header"] = attachment_header(*message.attachment);
        return with_type("interactive", std::move(content));
    }
    if (message.attachment) {
        json::object media = media_of(*message.attachment);
        if (!text->empty()) media["caption"] = *text;
        return with_type(media_type(*message.attachment), std::move(media));
    }
    return with_type("text", {{"body", *text}, {"preview_url", false}});
}

Body template_of(const Outgoing& message) {
    if (!message.notice) return domain::Failure{EncodeError::ClosedWindow};
    auto content = notice_template(*message.notice);
    if (!content) return domain::Failure{EncodeError::Notice};
    return with_type("template", std::move(*content));
}

}  // namespace

std::string_view name_of(EncodeError error) {
    switch (error) {
        case EncodeError::Recipient:
            return "recipient";
        case EncodeError::ReplyTo:
            return "reply_to";
        case EncodeError::Tracker:
            return "tracker";
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
        case EncodeError::Attachment:
            return "attachment";
        case EncodeError::Notice:
            return "notice";
        case EncodeError::ClosedWindow:
            return "closed_window";
    }
    std::abort();
}

domain::Result<std::string, EncodeError> encode(const Outgoing& message) {
    auto body = envelope(message.recipient);
    if (!body) return domain::Failure{EncodeError::Recipient};
    if (const auto error = check(message)) return domain::Failure{*error};
    const auto content =
        message.window == Window::Closed ? template_of(message) : content_of(message);
    if (!content) return domain::Failure{content.error()};

    for (const auto& member : *content) (*body)[member.key()] = member.value();
    if (!message.reply_to.empty() && message.window == Window::Open) {
        (*body)["context"] = json::object{{"message_id", message.reply_to}};
    }
    if (!message.tracker.empty()) (*body)["biz_opaque_callback_data"] = message.tracker;
    return json::serialize(*body);
}

std::string encode_read(std::string_view message_id, Typing typing) {
    json::object body{
        {"messaging_product", "whatsapp"}, {"status", "read"}, {"message_id", message_id}};
    if (typing == Typing::Shown) body["typing_indicator"] = json::object{{"type", "text"}};
    return json::serialize(body);
}

}  // namespace adapters::whatsapp
