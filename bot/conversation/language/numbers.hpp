#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// What the tokens from some place on say as a number (CONVERSATION.md section 4). With neither
// `nilai` nor `ganda` it is a number that cannot be used: malformed, too large, too precise, or a
// fraction such as 1/3.
struct NumberReading {
    std::size_t count = 0;  // tokens used, with a percent sign or a currency
    std::optional<domain::Kuantitas> nilai;
    std::optional<NilaiGanda> ganda;
    bool percent = false;
    bool rupiah = false;
};

// Reads "3", "1.250", "1250,5", "12,5%", "1/2", "Rp1.250.000", "500rb", "1,5 juta", "dua belas",
// "dua juta lima ratus ribu", "setengah", "tiga setengah", "dua koma lima". A dot followed by
// exactly three digits is a thousands mark; "1.25" and "1,250" have two readings. Nothing if no
// number begins at `at`.
std::optional<NumberReading> read_number(const Sentence& sentence, Tokens tokens, std::size_t at);

// A small whole number that counts or orders: "3", "tiga", "ketiga", "pertama", "iii" (only with
// `Roman::Allowed`). Nothing above 999.
struct OrdinalReading {
    std::size_t count = 0;
    int value = 0;
};
enum class Roman { Refused, Allowed };
std::optional<OrdinalReading> read_ordinal(Tokens tokens, std::size_t at, Roman roman);

}  // namespace bot
