#include "adapters/utf.hpp"

#include <boost/locale/utf.hpp>

namespace adapters {
namespace {

using Utf8 = boost::locale::utf::utf_traits<char>;

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kWordJoiner = 0x2060;

// Takes the first code point off the bytes; nothing but one byte off if they do not begin with one.
boost::locale::utf::code_point take(std::string_view& bytes) {
    const char* position = bytes.data();
    const auto code = Utf8::decode(position, bytes.data() + bytes.size());
    const bool valid = boost::locale::utf::is_valid_codepoint(code);
    bytes.remove_prefix(valid ? static_cast<std::size_t>(position - bytes.data()) : 1);
    return code;
}

bool is_dropped(char32_t code) {
    const bool control =
        (code < 0x20 && code != U'\n' && code != U'\t') || (code >= 0x7F && code <= 0x9F);
    const bool bidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return control || bidi;
}

bool is_line_end(char32_t code) {
    return code == U'\n' || code == 0x2028 || code == 0x2029;
}

bool is_of_a_word(char32_t code) {
    return (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') ||
           (code >= U'a' && code <= U'z') || code == U'_';
}

bool is_sign(char32_t code) {
    return code == U'/' || code == U'@' || code == U'#';
}

void append(std::string& text, char32_t code) {
    Utf8::encode(static_cast<boost::locale::utf::code_point>(code), std::back_inserter(text));
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        if (!boost::locale::utf::is_valid_codepoint(take(bytes))) return false;
    }
    return true;
}

std::u32string to_code_points(std::string_view bytes) {
    std::u32string points;
    points.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto code = take(bytes);
        points += boost::locale::utf::is_valid_codepoint(code) ? char32_t{code} : kReplacement;
    }
    return points;
}

std::string to_utf8(std::u32string_view code_points) {
    std::string text;
    text.reserve(code_points.size());
    for (const char32_t code : code_points) {
        append(text, boost::locale::utf::is_valid_codepoint(code) ? code : kReplacement);
    }
    return text;
}

std::string clean_text(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (const char32_t code : to_code_points(bytes)) {
        if (!is_dropped(code)) append(text, code);
    }
    return text;
}

std::size_t utf16_length(char32_t code_point) {
    return code_point > 0xFFFF ? 2 : 1;
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (const char32_t code : to_code_points(text)) units += utf16_length(code);
    return units;
}

std::string plain_people_text(std::string_view text) {
    const std::u32string points = to_code_points(clean_text(text));
    std::string plain;
    plain.reserve(text.size());
    char32_t before = U' ';
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t code = points[i];
        append(plain, is_line_end(code) ? U' ' : code);
        const char32_t next = i + 1 < points.size() ? points[i + 1] : U' ';
        const bool starts_a_word = !is_of_a_word(before) && before != U'/';
        const bool goes_on = next != U' ' && next != U'\t' && next != U'/' && !is_line_end(next);
        if (is_sign(code) && starts_a_word && goes_on) append(plain, kWordJoiner);
        before = code;
    }
    return plain;
}

}  // namespace adapters
