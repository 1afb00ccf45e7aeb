#pragma once

#include <optional>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// Why these tokens must not act, or nothing if they may (CONVERSATION.md section 1, rule 3). Free
// text (a reason, a source) is not passed in. Strongest first: a quote, a condition, a question, a
// negation.
std::optional<SebabTidakBertindak> reason_not_to_act(Tokens tokens);

// Also stops a number from being recorded: "sekitar 3", "akan selesai 3", "kurangi 2". Counts as a
// condition.
std::optional<SebabTidakBertindak> reason_not_to_record(Tokens tokens);

bool asks(Tokens tokens);

}  // namespace bot
