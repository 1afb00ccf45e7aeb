#include "adapters/telegram/command.hpp"

#include <algorithm>

#include "adapters/telegram/limits.hpp"

namespace adapters::telegram {
namespace {

constexpr std::string_view kBlanks = " \t\n";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

bool is_token(std::string_view text) {
    return !text.empty() && text.size() <= kStartToken &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' ||
                      c == '-';
           });
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

Content text_or_command(std::string text, std::string_view our_name) {
    if (!text.starts_with('/')) return Text{std::move(text)};
    const auto end = std::min(text.find_first_of(kBlanks), text.size());
    std::string_view word(text.data(), end);
    const std::string rest = text.substr(end);
    if (const auto at = word.find('@'); at != std::string_view::npos) {
        if (!our_name.empty() && !equals_ignoring_case(word.substr(at + 1), our_name)) {
            return Ignored{"other_bot"};
        }
        word = word.substr(0, at);
    }
    if (equals_ignoring_case(word, "/start")) {
        const std::string_view token = trim(rest);
        return Start{is_token(token) ? std::string(token) : std::string()};
    }
    return Text{std::string(word) + rest};
}

}  // namespace adapters::telegram
