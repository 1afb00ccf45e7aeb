#include "adapters/whatsapp/content.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "adapters/whatsapp/system_message.hpp"

namespace adapters::whatsapp {
namespace {

using Read = Content (*)(const json::object&, Fields&);

// The member that is named like the type of the message; odd if it is missing.
const json::object* body_of(const json::object& message, std::string_view type, Fields& fields) {
    const auto* body = fields.object(message, type);
    if (body == nullptr) fields.odd(type, "missing");
    return body;
}

Content text(const json::object& message, Fields& fields) {
    const auto* body = body_of(message, "text", fields);
    return Text{body != nullptr ? fields.text(*body, "body") : std::string()};
}

template <FileKind kKind>
Content file(const json::object& message, Fields& fields) {
    constexpr std::string_view kNames[] = {"image", "document", "audio", "video"};
    File file;
    file.kind = kKind;
    const auto* body = body_of(message, kNames[static_cast<std::size_t>(kKind)], fields);
    if (body == nullptr) return file;
    file.reference = fields.opaque_id(*body, "id");
    file.mime = fields.text(*body, "mime_type");
    file.name = fields.text(*body, "filename");
    file.caption = fields.text(*body, "caption");
    file.size_bytes = fields.integer(*body, "file_size");
    if (file.reference.empty()) fields.odd("file", "no id");
    return file;
}

std::string pressed_message(const json::object& message, Fields& fields) {
    const auto* context = fields.object(message, "context");
    return context != nullptr ? fields.text_id(*context, "id") : std::string();
}

Content press(std::string handle, const json::object& message, Fields& fields) {
    return Press{std::move(handle), /*answer_id=*/{}, pressed_message(message, fields)};
}

// The button of a template; one without a payload says no more than its label, as a typed word.
Content template_button(const json::object& message, Fields& fields) {
    const auto* body = body_of(message, "button", fields);
    if (body == nullptr) return Text{};
    std::string handle = fields.text_id(*body, "payload");
    if (handle.empty()) return Text{fields.text(*body, "text")};
    return press(std::move(handle), message, fields);
}

Content interactive(const json::object& message, Fields& fields) {
    const auto* body = body_of(message, "interactive", fields);
    if (body == nullptr) return Text{};
    for (const std::string_view reply : {"button_reply", "list_reply"}) {
        const auto* chosen = fields.object(*body, reply);
        if (chosen == nullptr) continue;
        std::string handle = fields.text_id(*chosen, "id");
        if (handle.empty()) fields.odd(reply, "no id");
        return press(std::move(handle), message, fields);
    }
    if (has(*body, "nfm_reply")) return Unsupported{"flow"};
    if (has(*body, "call_permission_reply")) return Ignored{"call_permission_reply"};
    return Unsupported{"interactive"};
}

Content location(const json::object& message, Fields& fields) {
    const auto* body = body_of(message, "location", fields);
    if (body == nullptr) return Location{};
    const auto* latitude = body->if_contains("latitude");
    const auto* longitude = body->if_contains("longitude");
    const bool numbers = latitude != nullptr && latitude->is_number() && longitude != nullptr &&
                         longitude->is_number();
    if (!numbers) return Unsupported{"location"};
    return Location{
        latitude->to_number<double>(), longitude->to_number<double>(), fields.text(*body, "name")};
}

// The first card with a number counts: nobody is added by cards, and none is the sender's own.
Content cards(const json::object& message, Fields& fields) {
    for (const json::object* card : fields.objects(message, "contacts")) {
        for (const json::object* phone : fields.objects(*card, "phones")) {
            std::string number = fields.text(*phone, "wa_id");
            if (number.empty()) number = fields.text(*phone, "phone");
            if (!number.empty()) return ContactCard{std::move(number), /*own=*/false};
        }
    }
    return Unsupported{"contacts"};
}

// A person has at most one reaction on a message; the new one takes the place of the old.
Content reaction(const json::object& message, Fields& fields) {
    Reaction reaction;
    reaction.replaces = true;
    const auto* body = body_of(message, "reaction", fields);
    if (body == nullptr) return reaction;
    reaction.message_id = fields.text_id(*body, "message_id");
    if (reaction.message_id.empty()) fields.odd("reaction", "no message_id");
    std::string emoji = fields.text(*body, "emoji");
    if (!emoji.empty()) reaction.added.push_back(std::move(emoji));
    return reaction;
}

Content edit(const json::object& message, Fields& fields) {
    const auto* body = body_of(message, "edit", fields);
    const auto* now = body != nullptr ? fields.object(*body, "message") : nullptr;
    std::string original =
        body != nullptr ? fields.text_id(*body, "original_message_id") : std::string();
    if (original.empty()) fields.odd("edit", "no original_message_id");
    if (now == nullptr) return Ignored{"edit"};
    for (const std::string_view type : {"text", "image", "document", "video"}) {
        const auto* part = fields.object(*now, type);
        const std::string_view words = type == "text" ? "body" : "caption";
        if (part == nullptr || !has(*part, words)) continue;
        return Edited{fields.text(*part, words), std::move(original)};
    }
    return Ignored{"edit"};
}

Content revoke(const json::object& message, Fields& fields) {
    const auto* body = body_of(message, "revoke", fields);
    if (body == nullptr) return Revoked{};
    Revoked revoked{fields.text_id(*body, "original_message_id")};
    if (revoked.message_id.empty()) fields.odd("revoke", "no original_message_id");
    return revoked;
}

// Sent when a person opens the chat for the first time, before any word.
Content opened(const json::object&, Fields&) {
    return Start{};
}

// Source:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages.
struct Kind {
    std::string_view type;
    Read read;
};
constexpr Kind kKinds[] = {
    {"text", text},
    {"image", file<FileKind::Photo>},
    {"document", file<FileKind::Document>},
    {"audio", file<FileKind::Audio>},
    {"video", file<FileKind::Video>},
    {"button", template_button},
    {"interactive", interactive},
    {"location", location},
    {"contacts", cards},
    {"reaction", reaction},
    {"edit", edit},
    {"revoke", revoke},
    {"system", system_content},
    {"request_welcome", opened}};

constexpr std::string_view kUnsupportedTypes[] = {
    "sticker", "order", "unsupported", "product", "poll", "event", "ephemeral"};

}  // namespace

Content content_of(const json::object& message, Fields& fields) {
    const std::string type = fields.text_id(message, "type");
    for (const Kind& kind : kKinds) {
        if (kind.type == type) return kind.read(message, fields);
    }
    for (const std::string_view name : kUnsupportedTypes) {
        if (name == type) return Unsupported{type};
    }
    return Unsupported{"unknown"};
}

}  // namespace adapters::whatsapp
