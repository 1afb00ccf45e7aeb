#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace domain {

// Lengths of DOMAIN.md are counted in code points. The text is valid UTF-8 (RELIABILITY.md section
// 2.8); of other bytes, those that begin no code point do not count.
constexpr bool begins_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

constexpr std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_code_point));
}

// The 26 letters in lower case; other bytes stay, so that names are compared the same everywhere.
inline std::string lower_ascii(std::string_view text) {
    std::string folded(text);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
}

}  // namespace domain
