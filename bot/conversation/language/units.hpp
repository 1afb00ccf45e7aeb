#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "bot/conversation/language/tokens.hpp"

namespace bot {

// The unit that begins here ("laporan", "jam pelajaran", "m2"); `count` is 0 if none does. Whether
// an unknown word directly behind a number is one too is for the caller to decide.
struct SatuanReading {
    std::size_t count = 0;
    std::string_view satuan;  // in the spelling of the lexicon; points into it
};
SatuanReading read_satuan(Tokens tokens, std::size_t at);

// The spelling under which parse() gives a unit: "Lap.", "laporan2" and "Laporan" are all
// "laporan", "Persen" is "%". For comparing the unit that a person wrote with that of an indikator.
// A unit that the lexicon does not know comes back in lower case.
std::string satuan_baku(std::string_view satuan);

}  // namespace bot
