#pragma once

#include <cstddef>
#include <string_view>

#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

enum class QuantityKind {
    None,
    Value,     // a number with its unit
    OldValue,  // "dari 9 jadi 11": the first number, which counts no more
    Moment,    // a date or a time of day: said, but without meaning for a realisasi
};

// What begins at a place of a line about a realisasi: an amount or a moment.
struct QuantityReading {
    QuantityKind kind = QuantityKind::None;
    std::size_t count = 0;
    std::size_t target_count = 0;  // the last of them, which name a target: "dari target 12"
    NumberReading number;
    std::string_view unit;
    bool unclear = false;  // a range, "3an", an unusable number: must not be recorded
    bool future = false;   // a day to come
};

// "3 laporan", "12 (dua belas) berkas", "3 dari 12 laporan", "3 buah buku", "Rp500.000", "95%",
// "kemarin", "3 maret", "jam 14.00". An unknown word directly behind a number is its unit.
QuantityReading read_quantity(
    const Sentence& sentence, Tokens tokens, std::size_t at, domain::Tanggal today
);

}  // namespace bot
