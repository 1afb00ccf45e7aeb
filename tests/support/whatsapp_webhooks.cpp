#include "tests/support/whatsapp_webhooks.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <boost/json.hpp>

namespace support {

namespace {

namespace json = boost::json;

constexpr char kHexDigits[] = "0123456789abcdef";

void append_unit(std::string& text, unsigned unit) {
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += kHexDigits[(unit >> static_cast<unsigned>(shift)) & 15U];
}

// The code point that begins at `i`, which it moves behind it.
unsigned take_code_point(std::string_view text, std::size_t& i) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    const int more = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
    unsigned point = lead & (0x3FU >> static_cast<unsigned>(more));
    for (int k = 0; k < more; ++k)
        point = (point << 6U) | (static_cast<unsigned char>(text[i++]) & 0x3FU);
    return point;
}

json::object change(const WhatsAppNumber& number, json::object value) {
    value["messaging_product"] = "whatsapp";
    value["metadata"] = json::object{
        {"display_phone_number", number.display_number},
        {"phone_number_id", number.phone_number_id}};
    return {{"field", "messages"}, {"value", std::move(value)}};
}

std::string body_of(const WhatsAppNumber& number, json::object value) {
    json::array changes{change(number, std::move(value))};
    json::array entries{
        json::object{{"id", number.business_account_id}, {"changes", std::move(changes)}}};
    return escaped_as_by_meta(json::serialize(json::object{
        {"object", "whatsapp_business_account"}, {"entry", std::move(entries)}}));
}

json::object contact_of(const WhatsAppPerson& person) {
    json::object contact{{"profile", json::object{{"name", person.name}}}};
    if (!person.number.empty()) contact["wa_id"] = person.number;
    if (!person.user_id.empty()) contact["user_id"] = person.user_id;
    return contact;
}

// A message with its envelope; `content` has the type and what belongs to it.
std::string message_of(
    const WhatsAppNumber& number,
    const WhatsAppPerson& person,
    const WhatsAppStamp& stamp,
    json::object content
) {
    if (!person.number.empty()) content["from"] = person.number;
    if (!person.user_id.empty()) content["from_user_id"] = person.user_id;
    content["id"] = stamp.message_id;
    content["timestamp"] = std::to_string(stamp.timestamp);
    return body_of(
        number,
        {{"contacts", json::array{contact_of(person)}},
         {"messages", json::array{std::move(content)}}}
    );
}

json::object with_context(
    const WhatsAppNumber& number, json::object content, std::string_view message_id
) {
    if (!message_id.empty())
        content["context"] = json::object{{"from", number.display_number}, {"id", message_id}};
    return content;
}

json::object interactive(std::string_view type, std::string_view id, std::string_view title) {
    return {
        {"type", "interactive"},
        {"interactive",
         json::object{{"type", type}, {type, json::object{{"id", id}, {"title", title}}}}}};
}

}  // namespace

std::string escaped_as_by_meta(std::string_view json) {
    std::string text;
    for (std::size_t i = 0; i < json.size();) {
        const auto byte = static_cast<unsigned char>(json[i]);
        if (byte < 0x80U) {
            if (byte == '/') text += '\\';
            text += json[i++];
            continue;
        }
        const unsigned point = take_code_point(json, i);
        if (point >= 0x10000U) {
            append_unit(text, 0xD800U + ((point - 0x10000U) >> 10U));
            append_unit(text, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
        } else {
            append_unit(text, point);
        }
    }
    return text;
}

std::string hub_signature(std::string_view app_secret, std::string_view body) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    HMAC(
        EVP_sha256(),
        app_secret.data(),
        static_cast<int>(app_secret.size()),
        reinterpret_cast<const unsigned char*>(body.data()),
        body.size(),
        digest.data(),
        &length
    );
    std::string text = "sha256=";
    for (unsigned i = 0; i < length; ++i) {
        text += kHexDigits[digest[i] >> 4U];
        text += kHexDigits[digest[i] & 15U];
    }
    return text;
}

std::string WhatsAppWebhooks::text(
    const WhatsAppPerson& person,
    const WhatsAppStamp& stamp,
    std::string_view text,
    std::string_view reply_to
) const {
    json::object content{{"type", "text"}, {"text", json::object{{"body", text}}}};
    return message_of(number_, person, stamp, with_context(number_, std::move(content), reply_to));
}

std::string WhatsAppWebhooks::button_press(
    const WhatsAppPerson& person,
    const WhatsAppStamp& stamp,
    std::string_view pressed,
    std::string_view id,
    std::string_view title
) const {
    auto content = interactive("button_reply", id, title);
    return message_of(number_, person, stamp, with_context(number_, std::move(content), pressed));
}

std::string WhatsAppWebhooks::list_press(
    const WhatsAppPerson& person,
    const WhatsAppStamp& stamp,
    std::string_view pressed,
    std::string_view id,
    std::string_view title
) const {
    auto content = interactive("list_reply", id, title);
    return message_of(number_, person, stamp, with_context(number_, std::move(content), pressed));
}

std::string WhatsAppWebhooks::template_press(
    const WhatsAppPerson& person,
    const WhatsAppStamp& stamp,
    std::string_view pressed,
    std::string_view payload,
    std::string_view title
) const {
    json::object content{
        {"type", "button"}, {"button", json::object{{"payload", payload}, {"text", title}}}};
    return message_of(number_, person, stamp, with_context(number_, std::move(content), pressed));
}

std::string WhatsAppWebhooks::media(
    const WhatsAppPerson& person, const WhatsAppStamp& stamp, const MediaPart& part
) const {
    json::object file{{"id", part.id}, {"mime_type", part.mime}, {"sha256", part.sha256}};
    if (!part.caption.empty()) file["caption"] = part.caption;
    if (!part.file_name.empty()) file["filename"] = part.file_name;
    if (part.kind == "audio") file["voice"] = true;
    return message_of(number_, person, stamp, {{"type", part.kind}, {part.kind, std::move(file)}});
}

std::string WhatsAppWebhooks::location(
    const WhatsAppPerson& person, const WhatsAppStamp& stamp, double latitude, double longitude
) const {
    return message_of(
        number_,
        person,
        stamp,
        {{"type", "location"},
         {"location", json::object{{"latitude", latitude}, {"longitude", longitude}}}}
    );
}

std::string WhatsAppWebhooks::contact(
    const WhatsAppPerson& person, const WhatsAppStamp& stamp, const WhatsAppPerson& card
) const {
    json::array phones{
        json::object{{"phone", "+" + card.number}, {"wa_id", card.number}, {"type", "MOBILE"}}};
    json::array cards{json::object{
        {"name", json::object{{"first_name", card.name}, {"formatted_name", card.name}}},
        {"phones", std::move(phones)}}};
    return message_of(
        number_, person, stamp, {{"type", "contacts"}, {"contacts", std::move(cards)}}
    );
}

std::string WhatsAppWebhooks::reaction(
    const WhatsAppPerson& person,
    const WhatsAppStamp& stamp,
    std::string_view message_id,
    std::string_view emoji
) const {
    return message_of(
        number_,
        person,
        stamp,
        {{"type", "reaction"},
         {"reaction", json::object{{"message_id", message_id}, {"emoji", emoji}}}}
    );
}

std::string WhatsAppWebhooks::revoked(
    const WhatsAppPerson& person, const WhatsAppStamp& stamp, std::string_view message_id
) const {
    return message_of(
        number_,
        person,
        stamp,
        {{"type", "revoke"}, {"revoke", json::object{{"original_message_id", message_id}}}}
    );
}

std::string WhatsAppWebhooks::unsupported(const WhatsAppPerson& person, const WhatsAppStamp& stamp)
    const {
    json::array errors{json::object{
        {"code", 131051},
        {"title", "Message type unknown"},
        {"message", "Message type unknown"},
        {"error_data", json::object{{"details", "Message type is currently not supported."}}}}};
    return message_of(
        number_, person, stamp, {{"type", "unsupported"}, {"errors", std::move(errors)}}
    );
}

std::string WhatsAppWebhooks::number_changed(
    const WhatsAppPerson& person, const WhatsAppStamp& stamp, std::string_view new_number
) const {
    const std::string words =
        "User " + person.name + " changed from " + person.number + " to " + std::string(new_number);
    return message_of(
        number_,
        person,
        stamp,
        {{"type", "system"},
         {"system",
          json::object{{"body", words}, {"wa_id", new_number}, {"type", "user_changed_number"}}}}
    );
}

std::string WhatsAppWebhooks::status(const StatusPart& part) const {
    json::object one{
        {"id", part.message_id},
        {"status", part.status},
        {"timestamp", std::to_string(part.timestamp)},
        {"recipient_id", part.recipient}};
    if (!part.tracker.empty()) one["biz_opaque_callback_data"] = part.tracker;
    if (part.error_code != 0) {
        const std::string words = "(#" + std::to_string(part.error_code) + ") failed";
        one["errors"] = json::array{json::object{
            {"code", part.error_code},
            {"title", words},
            {"message", words},
            {"error_data", json::object{{"details", words}}}}};
    } else {
        one["pricing"] = json::object{
            {"billable", true},
            {"pricing_model", "PMP"},
            {"category", "service"},
            {"type", "free_customer_service"}};
    }
    return body_of(number_, json::object{{"statuses", json::array{std::move(one)}}});
}

}  // namespace support
