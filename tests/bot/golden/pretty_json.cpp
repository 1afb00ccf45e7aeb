#include "tests/bot/golden/pretty_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "adapters/utf.hpp"

namespace bot_test {
namespace {

namespace json = boost::json;

bool is_invisible(char32_t code) {
    return (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code == 0x00AD;
}

std::string quoted(const json::string& text) {
    std::string visible;
    for (const char32_t code : adapters::to_code_points(json::serialize(text))) {
        if (is_invisible(code)) {
            visible += fmt::format("\\u{:04x}", static_cast<unsigned>(code));
        } else {
            visible += adapters::to_utf8(std::u32string_view(&code, 1));
        }
    }
    return visible;
}

void write(std::string& text, const json::value& value, std::size_t depth);

void begin_line(std::string& text, std::size_t depth) {
    text += '\n';
    text.append(2 * depth, ' ');
}

void write_array(std::string& text, const json::array& array, std::size_t depth) {
    text += '[';
    for (const json::value& element : array) {
        if (&element != array.data()) text += ',';
        begin_line(text, depth + 1);
        write(text, element, depth + 1);
    }
    if (!array.empty()) begin_line(text, depth);
    text += ']';
}

void write_object(std::string& text, const json::object& object, std::size_t depth) {
    std::map<std::string_view, const json::value*> members;
    for (const auto& member : object) members.emplace(member.key(), &member.value());
    text += '{';
    bool first = true;
    for (const auto& [key, value] : members) {
        if (!first) text += ',';
        first = false;
        begin_line(text, depth + 1);
        text += quoted(json::string(key)) + ": ";
        write(text, *value, depth + 1);
    }
    if (!members.empty()) begin_line(text, depth);
    text += '}';
}

void write(std::string& text, const json::value& value, std::size_t depth) {
    if (const auto* array = value.if_array()) {
        write_array(text, *array, depth);
    } else if (const auto* object = value.if_object()) {
        write_object(text, *object, depth);
    } else if (const auto* string = value.if_string()) {
        text += quoted(*string);
    } else {
        text += json::serialize(value);
    }
}

}  // namespace

std::string pretty(const json::value& value) {
    std::string text;
    write(text, value, 0);
    return text + '\n';
}

}  // namespace bot_test
