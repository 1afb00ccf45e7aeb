#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bot/conversation/language/tokens.hpp"

namespace bot {

// How the last two numbers of a list were parted. A blank or a comma with a blank may also have
// begun a reason ("kembalikan 2 3 foto kurang").
enum class ListEnd { Certain, Loose };

// Item numbers of a digest: "1,3-5", "1 dan 3", "nomor 2, 4 & 6", "1 s.d. 3", "yang pertama".
struct ItemNumbers {
    std::size_t count = 0;
    std::vector<int> numbers;  // ascending, each once, ranges written out
    ListEnd end = ListEnd::Certain;
    bool unclear = false;  // "1.3", "1/3", "5-3", "0": may mean something else
};

// Where the list stands: behind the word that decides, a last number may already belong to the next
// clause ("acc 1, 2 tolak: foto buram"); elsewhere it is all numbers in a row.
enum class ListPlace { Anywhere, BehindDecision };

// Nothing if no number begins at `at`. Reads up to 999; a range of more than 200 is unclear.
std::optional<ItemNumbers> read_item_numbers(
    Tokens tokens, std::size_t at, ListPlace place = ListPlace::Anywhere
);

}  // namespace bot
