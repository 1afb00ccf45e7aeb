#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

// Signs of a folded text that stand for something else than themselves.
inline constexpr char kForeignLetter = '\x1a';  // a letter that is not Latin
inline constexpr char kEmoji = '\x1b';          // a picture or symbol without a meaning for us
inline constexpr char kRefusalEmoji = '\x1c';   // thumbs down, cross, prohibition

// A message in plain lower-case ASCII, for reading only: diacritics are dropped, typographic
// quotes, dashes and blanks become the plain ones, invisible characters vanish. A plain value.
struct Folded {
    std::string text;
    std::vector<std::uint32_t> origin;  // per byte of `text`, and one past its end: byte as written
    bool tainted = false;  // bytes or invisible characters that no person types: must not act
};

// Reads any bytes. Bytes that are not UTF-8, control characters, direction overrides, and invisible
// characters inside a word or number taint the text (what is shown and what is read may differ).
Folded fold(std::string_view text);

}  // namespace bot
