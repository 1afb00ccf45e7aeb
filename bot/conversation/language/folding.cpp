#include "bot/conversation/language/folding.hpp"

#include <cstddef>

namespace bot {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool valid = true;
};

constexpr CodePoint kInvalid{.value = 0, .bytes = 1, .valid = false};

CodePoint decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {.value = lead};
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > text.size()) return kInvalid;
    char32_t value = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xc0U) != 0x80) return kInvalid;
        value = (value << 6U) | (next & 0x3fU);
    }
    const bool too_long = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (too_long || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return kInvalid;
    return {.value = value, .bytes = length};
}

constexpr bool between(char32_t value, char32_t low, char32_t high) {
    return value >= low && value <= high;
}

// Space in the sense of Unicode, without the line breaks.
constexpr bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xa0 || c == 0x1680 || between(c, 0x2000, 0x200a) ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

constexpr bool is_line_break(char32_t c) {
    return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

// Has no width of its own; harmless between words, a deception inside one.
constexpr bool is_invisible(char32_t c) {
    return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || between(c, 0x200b, 0x200f) ||
           between(c, 0x2060, 0x2064) || between(c, 0xfe00, 0xfe0f) || c == 0xfeff;
}

// Changes the order or meaning of what is shown, or is no character at all.
constexpr bool is_deceiving(char32_t c) {
    return c < 0x20 || between(c, 0x7f, 0x9f) || between(c, 0x202a, 0x202e) ||
           between(c, 0x2065, 0x206f) || between(c, 0x300, 0x36f) || c == 0x20e3 || c == 0xfffd ||
           between(c, 0xe0000, 0xe0fff) || between(c, 0xe000, 0xf8ff) || c >= 0xf0000;
}

// The letters 0xc0 to 0xff without their diacritics; a blank where there is no such letter.
constexpr std::string_view kLatinOne =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static_assert(kLatinOne.size() == 64);

// What a typographic sign stands for; empty if it is not one of these.
constexpr std::string_view plain_sign(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201b:
        case 0x2032:
        case 0xb4:
        case '`':
            return "'";
        case 0x201c:
        case 0x201d:
        case 0x201e:
        case 0x201f:
        case 0xab:
        case 0xbb:
            return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
            return "-";
        case 0x2026:
            return "...";
        case 0x2022:
        case 0xb7:
        case 0x25aa:
        case 0x25cf:
        case 0x25e6:
        case 0x2023:
        case 0x2043:
            return "*";
        case 0xbc:
            return " 1/4";
        case 0xbd:
            return " 1/2";
        case 0xbe:
            return " 3/4";
        case 0x2044:
            return "/";
        case 0xd7:
            return "x";
        case 0xb1:
        case 0x2248:
        case 0x2264:
        case 0x2265:
            return "~";
        case 0x2192:
        case 0x21d2:
        case 0x27a1:
            return "->";
        default:
            return {};
    }
}

constexpr bool is_refusal(char32_t c) {
    return c == 0x1f44e || c == 0x274c || c == 0x1f6ab || c == 0x26d4 || c == 0x1f645 ||
           c == 0x274e || c == 0x2716 || c == 0x1f6d1;
}

constexpr bool is_symbol(char32_t c) {
    return between(c, 0xa1, 0xbf) || c == 0xf7 || between(c, 0x2016, 0x2bff) ||
           between(c, 0x3000, 0x303f) || between(c, 0x1f000, 0x1faff) || between(c, 0xfe30, 0xfe4f);
}

constexpr bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == kForeignLetter;
}

class Folder {
public:
    explicit Folder(std::string_view text) {
        folded_.text.reserve(text.size() + 8);
        folded_.origin.reserve(text.size() + 9);
    }

    void add(CodePoint point, std::size_t at) {
        const char32_t c = point.value;
        at_ = at;
        if (!point.valid || (is_deceiving(c) && !is_blank(c) && !is_line_break(c))) {
            folded_.tainted = true;
            put(' ');
        } else if (c < 0x80) {
            put_ascii(static_cast<char>(c));
        } else if (is_invisible(c)) {
            invisible_ = true;
            return;
        } else {
            put_other(c);
        }
        invisible_ = false;
    }

    Folded finish(std::size_t size) {
        folded_.origin.push_back(static_cast<std::uint32_t>(size));
        return std::move(folded_);
    }

private:
    void put(char c) {
        const bool inside = invisible_ && !folded_.text.empty() &&
                            is_word_byte(folded_.text.back()) && is_word_byte(c);
        if (inside) folded_.tainted = true;
        folded_.text.push_back(c);
        folded_.origin.push_back(static_cast<std::uint32_t>(at_));
    }

    void put_ascii(char c) {
        if (is_line_break(static_cast<char32_t>(c))) {
            put('\n');
        } else if (c >= 'A' && c <= 'Z') {
            put(static_cast<char>(c - 'A' + 'a'));
        } else {
            put(c == '\t' ? ' ' : c == '`' ? '\'' : c);
        }
    }

    void put_other(char32_t c) {
        if (is_line_break(c)) return put('\n');
        if (is_blank(c)) return put(' ');
        const std::string_view sign = plain_sign(c);
        if (!sign.empty()) {
            for (const char part : sign) put(part);
        } else if (between(c, 0xc0, 0xff) && kLatinOne[c - 0xc0] != ' ') {
            put(kLatinOne[c - 0xc0]);
        } else if (is_refusal(c)) {
            put(kRefusalEmoji);
        } else {
            put(is_symbol(c) ? kEmoji : kForeignLetter);
        }
    }

    Folded folded_;
    std::size_t at_ = 0;
    bool invisible_ = false;
};

}  // namespace

Folded fold(std::string_view text) {
    Folder folder(text);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        folder.add(point, at);
        at += point.bytes;
    }
    return folder.finish(text.size());
}

}  // namespace bot
