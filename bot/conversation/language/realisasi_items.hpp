#pragma once

#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/realisasi_pieces.hpp"

namespace bot {

// The items of one line, in the order in which they were said. `unclear`: the parts do not fit
// together, so nothing of the line may act.
struct LineItems {
    std::vector<IsiRealisasi> items;
    bool unclear = false;
    bool strange = false;      // unknown words where a name would stand: in front of the first slot
    bool other_words = false;  // words beside the slots, so that it is no mere fragment
    bool recorded = false;     // a verb or noun of recording
    bool adds = false;         // "tambah" in front of everything
};

LineItems assemble_items(const std::vector<Piece>& pieces);

// True if the item names something: an RHK, a value, a unit, an aspek or a period.
bool says_something(const IsiRealisasi& item);

bool has_value(const IsiRealisasi& item);

}  // namespace bot
