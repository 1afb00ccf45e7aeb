#pragma once

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/phrases.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

// Where the structure of a message ends and free text begins: the first colon, or a web address.
std::size_t structure_end(Tokens tokens);

// A command of a later version with the slots that the message names for it.
BelumTersedia with_slots(const Sentence& sentence, const PhraseMatch& match, domain::Tanggal today);

}  // namespace bot
