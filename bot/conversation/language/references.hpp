#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

// "rhk 1", "r1", "rhk no. 2", "rhk kedua", "rhk ke-2", "rhk II", "yang kedua"; with words instead
// of a number the text is what was said: "rhk pelayanan", "yang pelayanan". `bare` is "rhk" alone.
struct RhkReading {
    std::size_t count = 0;
    RhkAcuan rhk;
    bool bare = false;
    bool unclear = false;  // "rhk 1-3", "rhk 1.3": more than one, or none
};
std::optional<RhkReading> read_rhk(Tokens tokens, std::size_t at);

// "tw1", "TW I", "triwulan pertama 2026", "januari", "bulan ini", "triwulan lalu", "final". `today`
// decides what "ini" and "lalu" mean. A year is part of it only if it is named or follows from
// "lalu".
struct PeriodeReading {
    std::size_t count = 0;
    PeriodeAcuan periode;
};
std::optional<PeriodeReading> read_periode(Tokens tokens, std::size_t at, domain::Tanggal today);

// "tahun lalu", "tahun 2025", where a realisasi is told: another year than this one is the period
// at its end, never one of this year.
std::optional<PeriodeReading> read_other_year(Tokens tokens, std::size_t at, domain::Tanggal today);

// "kuantitas", "mutu"; nothing for any other word.
std::optional<domain::Aspek> aspek_of(const Token& token);

// A year between 2000 and 2099 in four digits.
std::optional<int> year_of(const Token& token);

}  // namespace bot
