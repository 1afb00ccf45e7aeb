#pragma once

#include <cstddef>
#include <optional>

#include "bot/conversation/command_table.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// A name or synonym of a command, found in a row of tokens.
struct PhraseMatch {
    const CommandInfo* command = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t words = 0;  // of the phrase, without the politeness that stood between
};

// The longest phrase of the table that begins exactly at `at`; politeness words and single signs
// may stand between its words. Nothing if none does.
std::optional<PhraseMatch> match_phrase(Tokens tokens, std::size_t at);

}  // namespace bot
