#include "tests/support/graph_api_templates.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "tests/support/graph_api_rules.hpp"
#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;

GraphError template_error(int code, const std::string& message, const std::string& details) {
    return {
        .code = code, .message = message, .details = details, .status = code == 132001 ? 404 : 400};
}

std::size_t variables_of(std::string_view body) {
    std::size_t count = 0;
    while (body.find("{{" + std::to_string(count + 1) + "}}") != std::string_view::npos) ++count;
    return count;
}

std::string filled(std::string body, const std::vector<std::string>& parameters) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const std::string variable = "{{" + std::to_string(i + 1) + "}}";
        body.replace(body.find(variable), variable.size(), parameters[i]);
    }
    return body;
}

}  // namespace

const GraphTemplateStore::Entry* GraphTemplateStore::find(
    std::string_view name, std::string_view language
) const {
    const auto found = std::find_if(templates_.begin(), templates_.end(), [&](const Entry& entry) {
        return entry.name == name && entry.language == language;
    });
    return found == templates_.end() ? nullptr : &*found;
}

GraphRefusal GraphTemplateStore::add(const json::object& definition, const std::string& status) {
    if (auto refusal = why_template_refused(definition)) return refusal;
    Entry entry{
        text_or_empty(definition, "name"),
        text_or_empty(definition, "language"),
        text_or_empty(definition, "category"),
        status,
        {},
        {}};
    if (find(entry.name, entry.language) != nullptr)
        return GraphError{
            .code = 100,
            .message = "Invalid parameter",
            .details = "Content in this language already exists",
            .subcode = 2388024};
    for (const json::value& value : definition.at("components").as_array()) {
        const json::object& component = value.as_object();
        if (text_of(component, "type") == "BODY") entry.body = text_or_empty(component, "text");
        if (const auto* buttons = array_of(component, "buttons"))
            for (const json::value& button : *buttons)
                entry.buttons.push_back(text_or_empty(button.as_object(), "text"));
    }
    templates_.push_back(std::move(entry));
    return std::nullopt;
}

void GraphTemplateStore::set_status(const std::string& name, const std::string& status) {
    for (Entry& entry : templates_)
        if (entry.name == name) entry.status = status;
}

std::string GraphTemplateStore::page(
    std::size_t limit, const std::string& after, const std::string& address
) const {
    const std::size_t begin = after.empty() ? 0 : static_cast<std::size_t>(std::stoul(after));
    const std::size_t end = std::min(templates_.size(), begin + limit);
    json::array data;
    for (std::size_t i = begin; i < end; ++i)
        data.push_back(json::object{
            {"name", templates_[i].name},
            {"language", templates_[i].language},
            {"status", templates_[i].status},
            {"category", templates_[i].category},
            {"id", std::to_string(900000 + i)}});
    const std::string cursor = std::to_string(end);
    json::object paging{
        {"cursors", json::object{{"before", std::to_string(begin)}, {"after", cursor}}}};
    if (end < templates_.size())
        paging["next"] = address + "?limit=" + std::to_string(limit) + "&after=" + cursor;
    return json::serialize(json::object{{"data", std::move(data)}, {"paging", std::move(paging)}});
}

GraphTemplateStore::Rendered GraphTemplateStore::render(const json::object& content) const {
    const std::string name = text_or_empty(content, "name");
    const std::string language = text_or_empty(content.at("language").as_object(), "code");
    const Entry* entry = find(name, language);
    if (entry == nullptr || entry->status == "PENDING" || entry->status == "REJECTED")
        return {template_error(
            132001,
            "Template name does not exist in the translation",
            "template name (" + name + ") does not exist in " + language
        )};
    if (entry->status == "PAUSED")
        return {template_error(132015, "Template is paused", "Template is paused")};
    if (entry->status == "DISABLED")
        return {template_error(132016, "Template is disabled", "Template is disabled")};

    std::vector<std::string> parameters;
    Rendered rendered;
    const auto* components = array_of(content, "components");
    for (const json::value& value : components != nullptr ? *components : json::array()) {
        const json::object& component = value.as_object();
        const json::array& list = component.at("parameters").as_array();
        if (text_of(component, "type") == "body") {
            for (const json::value& one : list)
                parameters.push_back(text_or_empty(one.as_object(), "text"));
            continue;
        }
        const auto index = static_cast<std::size_t>(text_of(component, "index")->front() - '0');
        if (index >= entry->buttons.size())
            return {template_error(
                132000, "Number of parameters does not match", "buttons: index is not there"
            )};
        rendered.buttons.push_back(
            {.label = entry->buttons[index],
             .handle = text_or_empty(list.front().as_object(), "payload")}
        );
    }
    const std::size_t expected = variables_of(entry->body);
    if (parameters.size() != expected)
        return {template_error(
            132000,
            "Number of parameters does not match the expected number of params",
            "body: number of localizable_params (" + std::to_string(parameters.size()) +
                ") does not match the expected number of params (" + std::to_string(expected) + ")"
        )};
    rendered.text = filled(entry->body, parameters);
    return rendered;
}

}  // namespace support
