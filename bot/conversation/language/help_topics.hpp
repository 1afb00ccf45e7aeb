#pragma once

#include <optional>
#include <string>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// What help is wanted about: the name of the longest command named, else the words that are left;
// empty if there are none.
std::string help_topic(Tokens tokens);

// "bagaimana cara isi realisasi", "contoh rencana aksi", "apa itu rhk", "skp itu apa". Nothing with
// a number in it: that is an example or a question about a real item.
std::optional<Bantuan> read_help_question(Tokens tokens);

}  // namespace bot
