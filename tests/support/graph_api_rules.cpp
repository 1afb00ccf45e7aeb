#include "tests/support/graph_api_rules.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;

constexpr std::size_t kText = 4096;
constexpr std::size_t kCaption = 1024;
constexpr std::size_t kFileName = 240;
constexpr std::size_t kTracker = 512;
constexpr std::size_t kMessageId = 256;

bool only_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "+" and 7 to 15 digits (E.164).
bool is_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    return only_digits(text) && text.size() >= 7 && text.size() <= 15;
}

// "CC." and up to 128 letters or digits, "CC.ENT." of a parent (PLATFORMS.md section 9).
bool is_user_id(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() < 4 || text[2] != '.' || !is_capital(text[0]) || !is_capital(text[1]))
        return false;
    text.remove_prefix(3);
    if (text.starts_with("ENT.")) text.remove_prefix(4);
    return !text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0;
    });
}

GraphRefusal recipient_refusal(const json::object& body) {
    const bool has_to = body.contains("to");
    const bool has_recipient = body.contains("recipient");
    if (has_to && has_recipient) return bad_value("Give either to or recipient, not both");
    if (!has_to && !has_recipient) return missing("to");
    const auto to = text_of(body, has_to ? "to" : "recipient");
    if (!to) return bad_value("The recipient must be a text");
    if (has_to && !is_number(*to)) return bad_value("Recipient is not a valid phone number");
    if (has_recipient && !is_user_id(*to)) return bad_value("Recipient is not a valid user id");
    return std::nullopt;
}

GraphRefusal read_refusal(const json::object& body) {
    if (const auto key =
            unknown_field(body, {"messaging_product", "status", "message_id", "typing_indicator"}))
        return unexpected_key(*key, "status");
    if (text_of(body, "status") != "read") return bad_value("status must be read");
    if (auto refusal = why_text_refused(body, "message_id", kMessageId, "message_id"))
        return refusal;
    if (!body.contains("typing_indicator")) return std::nullopt;
    const auto* typing = object_of(body, "typing_indicator");
    if (typing == nullptr || text_of(*typing, "type") != "text")
        return bad_value("typing_indicator must be of type text");
    if (const auto key = unknown_field(*typing, {"type"}))
        return unexpected_key(*key, "typing_indicator");
    return std::nullopt;
}

GraphRefusal text_refusal(const json::object& content) {
    if (const auto key = unknown_field(content, {"body", "preview_url"}))
        return unexpected_key(*key, "text");
    if (auto refusal = why_text_refused(content, "body", kText, "text['body']")) return refusal;
    const json::value* preview = content.if_contains("preview_url");
    if (preview != nullptr && (!preview->is_bool() || preview->as_bool()))
        return bad_value("preview_url must be false: nobody is to fetch a person's link");
    return std::nullopt;
}

GraphRefusal content_refusal(std::string_view type, const json::object& content) {
    if (type == "text") return text_refusal(content);
    if (type == "interactive") return why_interactive_refused(content);
    if (type == "template") return why_template_message_refused(content);
    return why_media_refused(content, type);
}

GraphRefusal extras_refusal(const json::object& body) {
    if (body.contains("recipient_type") && text_of(body, "recipient_type") != "individual")
        return bad_value("recipient_type must be individual");
    if (body.contains("biz_opaque_callback_data"))
        if (auto refusal = why_text_refused(
                body, "biz_opaque_callback_data", kTracker, "biz_opaque_callback_data"
            ))
            return refusal;
    if (!body.contains("context")) return std::nullopt;
    const auto* context = object_of(body, "context");
    if (context == nullptr) return bad_value("context must be an object");
    if (const auto key = unknown_field(*context, {"message_id"}))
        return unexpected_key(*key, "context");
    if (auto refusal = why_text_refused(*context, "message_id", kMessageId, "message_id"))
        return refusal;
    if (!text_of(*context, "message_id")->starts_with("wamid."))
        return bad_value("context['message_id'] is not a message id");
    return std::nullopt;
}

}  // namespace

GraphRefusal why_text_refused(
    const json::object& object, std::string_view key, std::size_t limit, std::string_view param
) {
    const auto text = text_of(object, key);
    if (!text) return missing(param);
    if (text->find_first_not_of(" \n\t\r") == std::string_view::npos)
        return bad_value(std::string(param) + " is empty");
    const auto units = utf16_units(*text);
    if (!units || text->find('\0') != std::string_view::npos)
        return bad_value(std::string(param) + " is not a valid text");
    if (*units > limit) return too_long(param, limit);
    return std::nullopt;
}

GraphRefusal why_media_refused(const json::object& media, std::string_view type) {
    const bool document = type == "document";
    const auto key = document ? unknown_field(media, {"id", "caption", "filename"})
                              : unknown_field(media, {"id", "caption"});
    if (key) return unexpected_key(*key, type);
    if (!only_digits(text_of(media, "id").value_or("")))
        return missing(std::string(type) + "['id']");
    if (media.contains("caption"))
        if (auto refusal = why_text_refused(media, "caption", kCaption, "caption")) return refusal;
    if (media.contains("filename"))
        return why_text_refused(media, "filename", kFileName, "filename");
    return std::nullopt;
}

GraphRefusal why_message_refused(const json::object& body) {
    const auto product = text_of(body, "messaging_product");
    if (!product) return missing("messaging_product");
    if (*product != "whatsapp") return bad_value("messaging_product must be whatsapp");
    if (body.contains("status")) return read_refusal(body);

    static const std::set<std::string_view> kTypes = {
        "text", "interactive", "template", "image", "document"};
    const auto type = text_of(body, "type");
    if (!type) return missing("type");
    if (!kTypes.contains(*type))
        return GraphError{.code = 131051, .message = "Unsupported message type"};
    if (const auto key = unknown_field(
            body,
            {"messaging_product",
             "recipient_type",
             "to",
             "recipient",
             "type",
             *type,
             "context",
             "biz_opaque_callback_data"}
        ))
        return unexpected_key(*key, *type);
    if (auto refusal = recipient_refusal(body)) return refusal;
    if (auto refusal = extras_refusal(body)) return refusal;
    const auto* content = object_of(body, *type);
    if (content == nullptr) return missing(*type);
    return content_refusal(*type, *content);
}

}  // namespace support
