#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "bot/conversation/language/tokens.hpp"

namespace bot {

// A number in words, in ten-thousandths; nothing in `scaled` if it is too large or has no exact
// value with four decimals ("sepertiga").
struct WordNumber {
    std::size_t count = 0;
    std::optional<std::int64_t> scaled;
};

// Reads "tiga", "dua belas", "seratus dua puluh lima", "dua juta lima ratus ribu", "satu setengah
// juta", "2 juta 500 ribu", "setengah", "tiga perempat", "dua koma lima", "selusin". Digits may
// stand for the number before a word such as "juta". Nothing if no number word begins at `at`.
std::optional<WordNumber> read_number_words(Tokens tokens, std::size_t at);

// The value of "ribu", "juta", "miliar", "triliun"; 0 for any other word.
std::int64_t scale_of(const Token& token);

// `scaled` times `factor`; nothing above the largest quantity.
std::optional<std::int64_t> times(std::int64_t scaled, std::int64_t factor);

}  // namespace bot
