#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "bot/conversation/language/tokens.hpp"

namespace bot {

// The tokens in front of an item that only count or adorn the line: "1.", "b)", "-", "Yth. Bapak,".
std::size_t list_mark_length(Tokens line);

// "-3" is a negative number; "- 3" is a dash or a bullet.
bool is_negative_number(Tokens tokens, std::size_t at);

enum class TailKind { None, Source, Note };

// Free text behind "sumber" or "keterangan", up to the end of the line or the next item. `text` is
// as written, without politeness at its end, and may be empty.
struct TailReading {
    TailKind kind = TailKind::None;
    std::size_t count = 0;
    std::string_view text;
};

// `item_begun`: an RHK or a value stands in front of it already, so that an RHK behind it, without
// a comma, is a word of the text.
enum class Item { Begun, NotBegun };
TailReading read_tail(const Sentence& sentence, Tokens tokens, std::size_t at, Item item);

// A word with the shape of a verb or an abstract noun ("diverifikasi", "pengarsipan"): no name.
bool is_derived(std::string_view word);

// An RHK by its text, behind a preposition: "untuk pelayanan", "yang arsip". `person`: a word of it
// may be a name.
struct RhkTextReading {
    std::size_t count = 0;  // 0 if there is none
    std::string text;
    bool person = false;
};
RhkTextReading read_rhk_text(Tokens tokens, std::size_t at);

}  // namespace bot
