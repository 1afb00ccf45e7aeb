#include "adapters/whatsapp/formatting.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "adapters/utf.hpp"

namespace adapters::whatsapp {
namespace {

constexpr char32_t kWordJoiner = 0x2060;

bool is_mark(char32_t code) {
    return code == U'*' || code == U'_' || code == U'~' || code == U'`';
}

bool is_blank(char32_t code) {
    return code == U' ' || code == U'\t' || code == U'\n';
}

// Beside these a mark is read as a sign of its own. Letters beyond ASCII count as letters.
bool is_of_a_word(char32_t code) {
    return (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') ||
           (code >= U'a' && code <= U'z') || (code >= 0x00C0 && code < 0x2000);
}

bool starts_link(std::u32string_view rest) {
    return rest.starts_with(U"https://") || rest.starts_with(U"http://");
}

// A quote or a list begins with a sign and a blank at the start of a line.
bool starts_block(std::u32string_view rest) {
    return rest.size() > 1 && rest[1] == U' ' &&
           (rest[0] == U'>' || rest[0] == U'-' || rest[0] == U'*');
}

std::string_view mark_of(Style style) {
    switch (style) {
        case Style::Plain:
            return "";
        case Style::Bold:
            return "*";
        case Style::Italic:
            return "_";
        case Style::Mono:
            return "```";
    }
    std::abort();
}

// One line of a styled run between its marks; blanks at its ends stay outside, where marks work.
std::string marked_line(const std::string& line, std::string_view mark) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string::npos) return line;
    const auto end = line.find_last_not_of(" \t") + 1;
    return line.substr(0, first) + std::string(mark) + line.substr(first, end - first) +
           std::string(mark) + line.substr(end);
}

std::string marked(const std::string& text, std::string_view mark) {
    std::string lines;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines += marked_line(text.substr(begin, end - begin), mark);
        if (end == text.size()) return lines;
        lines += '\n';
        begin = end + 1;
    }
}

// The first and the last code point; a blank if there is none.
std::pair<char32_t, char32_t> ends_of(const std::string& text) {
    const auto points = to_code_points(text);
    return points.empty() ? std::pair{U' ', U' '} : std::pair{points.front(), points.back()};
}

char32_t first_of(const std::vector<Run>& runs, std::size_t from) {
    for (std::size_t i = from; i < runs.size(); ++i) {
        const auto points = to_code_points(clean_text(runs[i].text));
        if (!points.empty()) return points.front();
    }
    return U' ';
}

}  // namespace

std::string unmarked(std::string_view text) {
    const std::u32string points = to_code_points(clean_text(text));
    std::u32string safe;
    safe.reserve(points.size());
    char32_t before = U'\n';
    bool in_link = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::u32string_view rest = std::u32string_view(points).substr(i);
        const char32_t next = rest.size() > 1 ? rest[1] : U'\n';
        in_link = (in_link && !is_blank(points[i])) || (!is_of_a_word(before) && starts_link(rest));
        safe += points[i];
        const bool opens = is_mark(points[i]) && !is_of_a_word(before) && !is_blank(next);
        const bool begins_block = before == U'\n' && starts_block(rest);
        if (!in_link && (opens || begins_block)) safe += kWordJoiner;
        before = points[i];
    }
    return to_utf8(safe);
}

std::string formatted(const std::vector<Run>& runs, Marks marks) {
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::string part = unmarked(runs[i].text);
        const std::string_view mark = mark_of(runs[i].style);
        const auto [first, last] = ends_of(part);
        const bool alone = (is_blank(first) || !is_of_a_word(ends_of(text).second)) &&
                           (is_blank(last) || !is_of_a_word(first_of(runs, i + 1)));
        const bool marking = marks == Marks::Written && !mark.empty() && alone;
        text += marking ? marked(part, mark) : part;
    }
    return text;
}

std::string parameter_text(std::string_view text) {
    std::string line;
    for (const char c : unmarked(text)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (blank && (line.empty() || line.back() == ' ')) continue;
        line += blank ? ' ' : c;
    }
    while (line.ends_with(' ')) line.pop_back();
    return line.empty() ? "-" : line;
}

}  // namespace adapters::whatsapp
