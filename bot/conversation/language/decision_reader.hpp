#pragma once

#include <optional>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// A message of decisions, taken apart clause by clause: "setujui 1,3; kembalikan 2: foto buram".
struct DecisionReading {
    // Nothing if a part of the message is no decision, or if two clauses contradict each other;
    // then none of it may act.
    std::optional<Putuskan> decided;
    // What the guards look at: all but the reasons, and whatever could not be read.
    std::vector<Token> structure;
};

DecisionReading read_clauses(const Sentence& sentence);

}  // namespace bot
