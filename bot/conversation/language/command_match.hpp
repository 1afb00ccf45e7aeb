#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bot/conversation/language/phrases.hpp"
#include "bot/conversation/language/scan.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// May stand in front of a command's name: politeness, verbs of showing, question words, times.
bool leads_in(const Token& token);

// The command whose name leads the message, behind such words; nothing if none does.
std::optional<PhraseMatch> leading_phrase(Tokens tokens);

// The longest phrase anywhere; the earliest of equals.
std::optional<PhraseMatch> best_phrase(Tokens tokens);

// The tokens of the structure that are not the phrase itself.
std::vector<Token> outside(Tokens tokens, const PhraseMatch& match);

// How many words are neither politeness nor anything that is harmless beside a command.
std::size_t left_over(Tokens tokens);

// Whether the name of a command is used in another sense: "nilai 85", "tambah rhk 1 2 laporan".
bool means_something_else(Tokens tokens, const PhraseMatch& match);

// "jika bukti lengkap rhk 1 3 laporan": the command stands in a condition for something else.
bool is_condition_of_another(Tokens tokens, const PhraseMatch& match);

}  // namespace bot
