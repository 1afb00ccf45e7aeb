#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::whatsapp {

// One template as it is handed in for approval (PLATFORMS.md section 8): a body with numbered
// variables and quick-reply buttons.
struct Template {
    std::string name;
    std::string language;
    std::string category;
    std::string body;
    std::string footer;  // empty: none
    std::vector<std::string> buttons;
    std::vector<std::string> examples;  // one for each variable
    std::string definition;             // the whole as JSON, for POST /{waba}/message_templates
};

// Reads a file of templates/. Nothing if it is not JSON of that form, or holds a kind of component
// that no notice has. Never throws on any bytes.
std::optional<Template> parse_template(std::string_view text);

// How many variables the body has; nothing unless they are {{1}}, {{2}} … each once and in order.
std::optional<std::size_t> variable_count(std::string_view body);

// What Meta or our own rules would refuse, one sentence each; empty if nothing. Lengths, counts,
// numbering and examples of variables, characters, and that the text neither begins nor ends with a
// variable. Sources: limits.hpp.
std::vector<std::string> problems_of(const Template& one);

}  // namespace adapters::whatsapp
