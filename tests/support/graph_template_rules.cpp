#include <boost/json.hpp>

#include "tests/support/graph_api_rules.hpp"
#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;

constexpr std::size_t kName = 512;
constexpr std::size_t kTemplateBody = 1024;
constexpr std::size_t kFooter = 60;
constexpr std::size_t kParameter = 1024;
constexpr std::size_t kPayload = 256;
constexpr std::size_t kTemplateButtons = 10;
constexpr std::size_t kButtonText = 25;

GraphRefusal parameter_refusal(const json::value& value) {
    if (!value.is_object()) return bad_value("a parameter must be an object");
    const json::object& parameter = value.as_object();
    if (const auto key = unknown_field(parameter, {"type", "text"}))
        return unexpected_key(*key, "parameters");
    if (text_of(parameter, "type") != "text") return bad_value("parameter must be of type text");
    if (auto refusal = why_text_refused(parameter, "text", kParameter, "parameter['text']"))
        return refusal;
    const auto text = *text_of(parameter, "text");
    if (text.find_first_of("\n\r\t") != std::string_view::npos ||
        text.find("    ") != std::string_view::npos)
        return GraphError{
            .code = 100,
            .message = "Invalid parameter",
            .details =
                "Param text cannot have new-line/tab characters or more than 4 consecutive "
                "spaces"};
    return std::nullopt;
}

GraphRefusal button_component_refusal(const json::object& component) {
    if (const auto key = unknown_field(component, {"type", "sub_type", "index", "parameters"}))
        return unexpected_key(*key, "component");
    const auto index = text_of(component, "index").value_or("");
    if (text_of(component, "sub_type") != "quick_reply" || index.size() != 1 || index[0] < '0' ||
        index[0] > '9')
        return bad_value("a button needs sub_type quick_reply and an index");
    const auto* parameters = array_of(component, "parameters");
    if (parameters == nullptr || parameters->size() != 1 || !parameters->front().is_object())
        return missing("payload");
    const json::object& parameter = parameters->front().as_object();
    if (const auto key = unknown_field(parameter, {"type", "payload"}))
        return unexpected_key(*key, "parameters");
    if (text_of(parameter, "type") != "payload") return bad_value("parameter must be a payload");
    return why_text_refused(parameter, "payload", kPayload, "payload");
}

GraphRefusal component_refusal(const json::value& value) {
    if (!value.is_object()) return bad_value("a component must be an object");
    const json::object& component = value.as_object();
    const auto type = text_of(component, "type").value_or("");
    if (type == "button") return button_component_refusal(component);
    if (type != "body") return bad_value("component must be a body or a button");
    if (const auto key = unknown_field(component, {"type", "parameters"}))
        return unexpected_key(*key, "component");
    const auto* parameters = array_of(component, "parameters");
    if (parameters == nullptr) return missing("parameters");
    for (const json::value& parameter : *parameters)
        if (auto refusal = parameter_refusal(parameter)) return refusal;
    return std::nullopt;
}

GraphRefusal name_refusal(const json::object& object) {
    if (auto refusal = why_text_refused(object, "name", kName, "name")) return refusal;
    const auto name = *text_of(object, "name");
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string_view::npos)
        return bad_value("template name may have a-z, 0-9 and _ only");
    return std::nullopt;
}

GraphRefusal body_definition_refusal(const json::object& body) {
    if (const auto key = unknown_field(body, {"type", "text", "example"}))
        return unexpected_key(*key, "components");
    if (auto refusal = why_text_refused(body, "text", kTemplateBody, "components['text']")) return refusal;
    const auto text = *text_of(body, "text");
    if (text.starts_with("{{") || text.ends_with("}}"))
        return GraphError{
            .code = 100,
            .message = "Invalid parameter",
            .details = "Variables can't be at the start or end of the template.",
            .subcode = 2388299};
    if (text.find("{{") != std::string_view::npos && !body.contains("example"))
        return GraphError{
            .code = 100,
            .message = "Invalid parameter",
            .details = "component of type BODY is missing expected field(s) (example)",
            .subcode = 2388043};
    return std::nullopt;
}

GraphRefusal buttons_definition_refusal(const json::object& component) {
    if (const auto key = unknown_field(component, {"type", "buttons"}))
        return unexpected_key(*key, "components");
    const auto* buttons = array_of(component, "buttons");
    if (buttons == nullptr || buttons->empty() || buttons->size() > kTemplateButtons)
        return bad_value("Invalid buttons count");
    for (const json::value& value : *buttons) {
        if (!value.is_object()) return bad_value("a button must be an object");
        const json::object& button = value.as_object();
        if (const auto key = unknown_field(button, {"type", "text"}))
            return unexpected_key(*key, "buttons");
        if (text_of(button, "type") != "QUICK_REPLY")
            return bad_value("button must be QUICK_REPLY");
        if (auto refusal = why_text_refused(button, "text", kButtonText, "button['text']"))
            return refusal;
    }
    return std::nullopt;
}

GraphRefusal component_definition_refusal(const json::value& value) {
    if (!value.is_object()) return bad_value("a component must be an object");
    const json::object& component = value.as_object();
    const auto type = text_of(component, "type").value_or("");
    if (type == "BODY") return body_definition_refusal(component);
    if (type == "BUTTONS") return buttons_definition_refusal(component);
    if (type != "FOOTER") return bad_value("component type is not known");
    if (const auto key = unknown_field(component, {"type", "text"}))
        return unexpected_key(*key, "components");
    return why_text_refused(component, "text", kFooter, "footer['text']");
}

}  // namespace

GraphRefusal why_template_message_refused(const json::object& content) {
    if (const auto key = unknown_field(content, {"name", "language", "components"}))
        return unexpected_key(*key, "template");
    if (auto refusal = name_refusal(content)) return refusal;
    const auto* language = object_of(content, "language");
    if (language == nullptr) return missing("language");
    if (const auto key = unknown_field(*language, {"code", "policy"}))
        return unexpected_key(*key, "language");
    if (auto refusal = why_text_refused(*language, "code", 15, "language['code']")) return refusal;
    if (!content.contains("components")) return std::nullopt;
    const auto* components = array_of(content, "components");
    if (components == nullptr) return bad_value("components must be a list");
    for (const json::value& component : *components)
        if (auto refusal = component_refusal(component)) return refusal;
    return std::nullopt;
}

GraphRefusal why_template_refused(const json::object& definition) {
    if (const auto key = unknown_field(definition, {"name", "language", "category", "components"}))
        return unexpected_key(*key, "message_templates");
    if (auto refusal = name_refusal(definition)) return refusal;
    if (auto refusal = why_text_refused(definition, "language", 15, "language")) return refusal;
    static const std::set<std::string_view> kCategories = {
        "UTILITY", "MARKETING", "AUTHENTICATION"};
    if (!kCategories.contains(text_of(definition, "category").value_or("")))
        return bad_value("category must be UTILITY, MARKETING or AUTHENTICATION");
    const auto* components = array_of(definition, "components");
    if (components == nullptr || components->empty()) return missing("components");
    bool has_body = false;
    for (const json::value& component : *components) {
        if (auto refusal = component_definition_refusal(component)) return refusal;
        has_body = has_body || text_of(component.as_object(), "type") == "BODY";
    }
    if (!has_body) return missing("components of type BODY");
    return std::nullopt;
}

}  // namespace support
