#pragma once

#include <cstddef>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// Parts of a message of decisions, each looked at by itself. Pure.

// True if a new clause begins behind this separator: "; setujui 1", ", tolak semua".
bool clause_follows(Tokens tokens, std::size_t at);

// Where the reason that begins here ends: at the next clause, or with the message.
std::size_t reason_end(Tokens tokens, std::size_t from);

// Words behind a refusal that nothing introduces as its reason, and that make it no refusal now:
// "kembalikan 2 kalau fotonya buram", "tolak 2 kenapa".
bool is_doubtful(Tokens words);

// The same item approved and returned, or two kinds of "semua".
bool contradicts(const Putuskan& decided);

}  // namespace bot
