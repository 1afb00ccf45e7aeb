#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace adapters {

// Text in UTF-8. Pure functions; none of them throws on any bytes.

// Whether the bytes are UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

// The code points; each byte that fits nowhere becomes one U+FFFD.
std::u32string to_code_points(std::string_view bytes);
std::string to_utf8(std::u32string_view code_points);

// Free text as it is kept: control characters but LF and TAB are gone, and the bidi controls
// U+202A-202E and U+2066-2069 (RELIABILITY.md section 2.8, rule 33). Always valid UTF-8.
std::string clean_text(std::string_view bytes);

// How many UTF-16 units the text has. Both platforms count lengths in them (PLATFORMS.md section
// 4.2), and Telegram the offsets of its entities.
std::size_t utf16_length(std::string_view text);
std::size_t utf16_length(char32_t code_point);

// Text of a person as it is shown to somebody else: '/', '@' and '#' at the start of a word get a
// U+2060 behind them, so that no client makes a command, a mention or a tag of it; line ends become
// spaces, so that it cannot pose as a line of ours (RELIABILITY.md section 5.1, "Planted command").
// A link keeps its form: the slashes of "https://host/path" start no word.
std::string plain_people_text(std::string_view text);

}  // namespace adapters
