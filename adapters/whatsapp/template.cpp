#include "adapters/whatsapp/template.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "adapters/fields.hpp"
#include "adapters/json.hpp"
#include "adapters/utf.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters::whatsapp {
namespace {

constexpr std::string_view kOpening = "{{";
constexpr std::string_view kClosing = "}}";

std::vector<std::string> texts_of(const json::array& list, Fields& fields) {
    std::vector<std::string> texts;
    for (const json::value& element : list) {
        if (const auto* text = element.if_string()) {
            texts.emplace_back(*text);
        } else {
            fields.odd("example", "no text");
        }
    }
    return texts;
}

// Meta wants a list of lists: one list for each example of the whole body.
std::vector<std::string> examples_of(const json::object& component, Fields& fields) {
    const auto* example = fields.object(component, "example");
    const auto* rows = example != nullptr ? fields.array(*example, "body_text") : nullptr;
    if (rows == nullptr || rows->size() != 1 || !rows->front().is_array()) return {};
    return texts_of(rows->front().get_array(), fields);
}

void read_component(Template& one, const json::object& component, Fields& fields) {
    const std::string type = fields.text_id(component, "type");
    if (type == "BODY") {
        one.body = fields.text(component, "text");
        one.examples = examples_of(component, fields);
    } else if (type == "FOOTER") {
        one.footer = fields.text(component, "text");
    } else if (type == "BUTTONS") {
        for (const json::object* button : fields.objects(component, "buttons")) {
            if (fields.text_id(*button, "type") != "QUICK_REPLY") fields.odd("buttons", "type");
            one.buttons.push_back(fields.text(*button, "text"));
        }
    } else {
        fields.odd("components", "type");
    }
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= kTemplateName &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

// Without line breaks, tabs, variables and signs of a format.
bool is_plain_line(std::string_view text) {
    return text.find_first_of("\n\t*_~`{}") == std::string_view::npos;
}

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank && !inside) ++words;
        inside = !blank;
    }
    return words;
}

using Problems = std::vector<std::string>;

void check_variables(const Template& one, Problems& problems) {
    const auto variables = variable_count(one.body);
    if (!variables) {
        problems.emplace_back("variables are not numbered 1, 2, ... each once and in order");
        return;
    }
    if (one.examples.size() != *variables) problems.emplace_back("one example for each variable");
    const bool empty_example = std::any_of(
        one.examples.begin(), one.examples.end(), [](const auto& text) { return text.empty(); }
    );
    if (empty_example) problems.emplace_back("an example is empty");
    if (one.body.starts_with(kOpening)) problems.emplace_back("body begins with a variable");
    if (one.body.ends_with(kClosing)) problems.emplace_back("body ends with a variable");
    if (one.body.find("}}{{") != std::string::npos || one.body.find("}} {{") != std::string::npos) {
        problems.emplace_back("two variables side by side");
    }
    if (words_in(one.body) < kWordsPerVariable * *variables + *variables) {
        problems.emplace_back("too few words for the variables");
    }
}

void check_body(const Template& one, Problems& problems) {
    const bool blank = one.body.find_first_not_of(" \n\t") == std::string::npos;
    if (blank) problems.emplace_back("body is empty");
    if (utf16_length(one.body) > kTemplateBody) problems.emplace_back("body above 1024");
    if (one.body.find("\n\n\n") != std::string::npos ||
        one.body.find("    ") != std::string::npos || one.body.find('\t') != std::string::npos) {
        problems.emplace_back("body with tabs or runs of blanks");
    }
    if (one.body.find_first_of("*_~`") != std::string::npos) {
        problems.emplace_back("body with format marks");
    }
    if (utf16_length(one.footer) > kTemplateFooter || !is_plain_line(one.footer)) {
        problems.emplace_back("footer above 60 or not one plain line");
    }
}

void check_buttons(const Template& one, Problems& problems) {
    if (one.buttons.empty()) problems.emplace_back("no quick reply");
    if (one.buttons.size() > kTemplateButtons) problems.emplace_back("above 10 buttons");
    for (const std::string& text : one.buttons) {
        const bool fits = !text.empty() && utf16_length(text) <= kTemplateButtonText;
        if (!fits || !is_plain_line(text))
            problems.emplace_back("button empty, above 25 or not plain");
        if (std::count(one.buttons.begin(), one.buttons.end(), text) > 1) {
            problems.emplace_back("two buttons with one text");
        }
    }
}

}  // namespace

std::optional<Template> parse_template(std::string_view text) {
    const auto value = parse_json_limited(text);
    const auto* object = value ? value->if_object() : nullptr;
    if (object == nullptr) return std::nullopt;
    Fields fields;
    Template one;
    one.name = fields.text_id(*object, "name");
    one.language = fields.text_id(*object, "language");
    one.category = fields.text_id(*object, "category");
    for (const json::object* component : fields.objects(*object, "components")) {
        read_component(one, *component, fields);
    }
    one.definition = json::serialize(*value);
    if (!fields.problem().empty()) return std::nullopt;
    return one;
}

std::optional<std::size_t> variable_count(std::string_view body) {
    std::size_t count = 0;
    while (true) {
        const auto at = body.find_first_of("{}");
        if (at == std::string_view::npos) return count;
        const std::string next = "{{" + std::to_string(count + 1) + "}}";
        if (!body.substr(at).starts_with(next)) return std::nullopt;
        body.remove_prefix(at + next.size());
        ++count;
    }
}

std::vector<std::string> problems_of(const Template& one) {
    Problems problems;
    if (!is_name(one.name)) problems.emplace_back("name: a-z, 0-9 and _ expected, at most 512");
    if (one.language != "id") problems.emplace_back("language is not id");
    if (one.category != "UTILITY") problems.emplace_back("category is not UTILITY");
    check_body(one, problems);
    check_variables(one, problems);
    check_buttons(one, problems);
    return problems;
}

}  // namespace adapters::whatsapp
