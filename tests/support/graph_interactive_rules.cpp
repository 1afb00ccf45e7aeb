#include <boost/json.hpp>

#include "tests/support/graph_api_rules.hpp"
#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;

constexpr std::size_t kBody = 1024;
constexpr std::size_t kHeaderOrFooter = 60;
constexpr std::size_t kButtons = 3;
constexpr std::size_t kButtonTitle = 20;
constexpr std::size_t kButtonId = 256;
constexpr std::size_t kRows = 10;
constexpr std::size_t kOpener = 20;
constexpr std::size_t kRowTitle = 24;
constexpr std::size_t kRowDescription = 72;
constexpr std::size_t kRowId = 200;
constexpr std::size_t kSectionTitle = 24;
constexpr std::size_t kUrl = 2000;

// Ids and titles that must not come twice in one message.
struct Seen {
    std::set<std::string> ids{};
    std::set<std::string> titles{};

    GraphRefusal add(const json::object& choice) {
        if (!ids.insert(text_or_empty(choice, "id")).second)
            return bad_value("Duplicate id: each must be unique");
        if (!titles.insert(text_or_empty(choice, "title")).second)
            return bad_value("Duplicate title: each must be unique");
        return std::nullopt;
    }
};

GraphRefusal button_refusal(const json::value& value, Seen& seen) {
    if (!value.is_object()) return bad_value("a button must be an object");
    const json::object& button = value.as_object();
    if (const auto key = unknown_field(button, {"type", "reply"}))
        return unexpected_key(*key, "button");
    const auto* reply = object_of(button, "reply");
    if (text_of(button, "type") != "reply" || reply == nullptr) return missing("reply");
    if (const auto key = unknown_field(*reply, {"id", "title"}))
        return unexpected_key(*key, "reply");
    if (auto refusal = why_text_refused(*reply, "id", kButtonId, "button['id']")) return refusal;
    if (auto refusal = why_text_refused(*reply, "title", kButtonTitle, "button['title']"))
        return refusal;
    return seen.add(*reply);
}

GraphRefusal buttons_refusal(const json::object& action) {
    if (const auto key = unknown_field(action, {"buttons"})) return unexpected_key(*key, "action");
    const auto* buttons = array_of(action, "buttons");
    if (buttons == nullptr || buttons->empty() || buttons->size() > kButtons)
        return bad_value("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
    Seen seen;
    for (const json::value& button : *buttons)
        if (auto refusal = button_refusal(button, seen)) return refusal;
    return std::nullopt;
}

GraphRefusal row_refusal(const json::value& value, Seen& seen) {
    if (!value.is_object()) return bad_value("a row must be an object");
    const json::object& row = value.as_object();
    if (const auto key = unknown_field(row, {"id", "title", "description"}))
        return unexpected_key(*key, "row");
    if (auto refusal = why_text_refused(row, "id", kRowId, "row['id']")) return refusal;
    if (auto refusal = why_text_refused(row, "title", kRowTitle, "row['title']")) return refusal;
    if (row.contains("description"))
        if (auto refusal =
                why_text_refused(row, "description", kRowDescription, "row['description']"))
            return refusal;
    return seen.add(row);
}

GraphRefusal list_refusal(const json::object& action) {
    if (const auto key = unknown_field(action, {"button", "sections"}))
        return unexpected_key(*key, "action");
    if (auto refusal = why_text_refused(action, "button", kOpener, "action['button']"))
        return refusal;
    const auto* sections = array_of(action, "sections");
    if (sections == nullptr || sections->empty() || sections->size() > kRows)
        return bad_value("Invalid sections count. Min allowed: 1, Max allowed: 10");
    std::size_t rows = 0;
    Seen seen;
    for (const json::value& value : *sections) {
        if (!value.is_object()) return bad_value("a section must be an object");
        const json::object& section = value.as_object();
        if (const auto key = unknown_field(section, {"title", "rows"}))
            return unexpected_key(*key, "section");
        if (sections->size() > 1 || section.contains("title"))
            if (auto refusal =
                    why_text_refused(section, "title", kSectionTitle, "section['title']"))
                return refusal;
        const auto* list = array_of(section, "rows");
        if (list == nullptr || list->empty()) return missing("rows");
        rows += list->size();
        for (const json::value& row : *list)
            if (auto refusal = row_refusal(row, seen)) return refusal;
    }
    if (rows > kRows) return bad_value("Total row count exceed max allowed count: 10");
    return std::nullopt;
}

GraphRefusal url_refusal(const json::object& action) {
    if (const auto key = unknown_field(action, {"name", "parameters"}))
        return unexpected_key(*key, "action");
    const auto* parameters = object_of(action, "parameters");
    if (text_of(action, "name") != "cta_url" || parameters == nullptr) return missing("parameters");
    if (const auto key = unknown_field(*parameters, {"display_text", "url"}))
        return unexpected_key(*key, "parameters");
    if (auto refusal = why_text_refused(*parameters, "display_text", kButtonTitle, "display_text"))
        return refusal;
    if (auto refusal = why_text_refused(*parameters, "url", kUrl, "url")) return refusal;
    std::string_view host = *text_of(*parameters, "url");
    const auto scheme = host.find("://");
    const auto name = host.substr(0, scheme);
    if (name != "http" && name != "https") return bad_value("url must be http or https");
    host = host.substr(scheme + 3);
    host = host.substr(0, host.find_first_of(":/?#"));
    if (host.empty() || host.find_first_not_of("0123456789.") == std::string_view::npos)
        return bad_value("url must name a host, not an address");
    return std::nullopt;
}

GraphRefusal header_refusal(const json::object& content, std::string_view type) {
    const auto* header = object_of(content, "header");
    if (header == nullptr) return bad_value("header must be an object");
    const auto kind = text_of(*header, "type").value_or("");
    if (const auto key = unknown_field(*header, {"type", kind}))
        return unexpected_key(*key, "header");
    if (kind == "text") return why_text_refused(*header, "text", kHeaderOrFooter, "header['text']");
    if (type == "list" || (kind != "image" && kind != "document"))
        return bad_value("header type is not allowed here");
    const auto* media = object_of(*header, kind);
    if (media == nullptr) return missing(kind);
    if (media->contains("caption")) return unexpected_key("caption", "header");
    return why_media_refused(*media, kind);
}

GraphRefusal text_part_refusal(
    const json::object& content, std::string_view part, std::size_t limit
) {
    const auto* object = object_of(content, part);
    if (object == nullptr) return missing(part);
    if (const auto key = unknown_field(*object, {"text"})) return unexpected_key(*key, part);
    return why_text_refused(*object, "text", limit, std::string(part) + "['text']");
}

}  // namespace

GraphRefusal why_interactive_refused(const json::object& content) {
    if (const auto key = unknown_field(content, {"type", "header", "body", "footer", "action"}))
        return unexpected_key(*key, "interactive");
    const auto type = text_of(content, "type").value_or("");
    if (auto refusal = text_part_refusal(content, "body", kBody)) return refusal;
    if (content.contains("footer"))
        if (auto refusal = text_part_refusal(content, "footer", kHeaderOrFooter)) return refusal;
    if (content.contains("header"))
        if (auto refusal = header_refusal(content, type)) return refusal;
    const auto* action = object_of(content, "action");
    if (action == nullptr) return missing("action");
    if (type == "button") return buttons_refusal(*action);
    if (type == "list") return list_refusal(*action);
    if (type == "cta_url") return url_refusal(*action);
    return bad_value("interactive type is not known");
}

}  // namespace support
