#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

enum class PieceKind {
    Rhk,
    RhkText,  // "untuk pelayanan", "yang pelayanan": an RHK if no other is named
    Value,    // a number with the unit behind it
    Unit,     // a unit without a number
    Aspect,
    Period,
    Add,   // "tambah", "+", "lagi"
    Each,  // "masing-masing"
    Source,
    Note,
    Record,   // a verb or noun of recording
    Show,     // a verb of showing
    Silent,   // said, but without meaning for a realisasi: a date, a preposition
    Known,    // another word of the vocabulary
    Unknown,  // a word outside it that no verb or noun ending marks as a description
    Person,   // a word for somebody else
    Separator,
};

// One meaningful part of a line about a realisasi.
struct Piece {
    PieceKind kind = PieceKind::Known;
    RhkAcuan rhk;
    bool person = false;  // the text of the RHK may as well be a name: "untuk Rudi"
    NumberReading number;
    std::string_view unit;
    domain::Aspek aspect = domain::Aspek::Kuantitas;
    PeriodeAcuan period;
    std::string_view text;  // Source, Note: as written
};

// A line taken apart. `unclear`: a range, a negative number, two RHK in one: must not act.
struct Pieces {
    std::vector<Piece> pieces;
    bool unclear = false;
    bool future = false;           // speaks of a day to come
    std::vector<Token> structure;  // what the guards look at: no source, note, or "dari target 12"
};

Pieces read_pieces(const Sentence& sentence, Tokens line, domain::Tanggal today);

}  // namespace bot
