#pragma once

#include <optional>
#include <string_view>

#include "bot/conversation/command.hpp"
#include "bot/conversation/command_table.hpp"
#include "bot/conversation/language/phrases.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "bot/conversation/parse.hpp"

namespace bot {

// The parts of the grammar, in the order in which parse() asks them. Each gives the command if the
// message is of its kind, else nothing. All are pure.

// Codes: NIP, activation code, receipt ("urungkan R-7K2FQ9"), deep link ("/start <token>").
std::optional<Command> read_codes(const Sentence& sentence);

// Approving and returning, by number, all, or the message that is replied to.
std::optional<Command> read_decision(const Sentence& sentence, const ParseContext& context);

// Whole messages of a few words: ya, tidak, greetings; repairs "4 jadi 15", "hapus 2".
std::optional<Command> read_short_answer(const Sentence& sentence);

// A command by its name or synonym, where it leads the message.
std::optional<Command> read_leading_command(const Sentence& sentence, const ParseContext& context);

// Evidence, behind the name of its command: added, shown or taken away. `match` is that name.
Command read_evidence(
    const Sentence& sentence, const PhraseMatch& match, const ParseContext& context
);
// What a text without a command says about evidence: RHK, aspek, period, link, and its name.
TambahBukti read_evidence_words(const Sentence& sentence, const ParseContext& context);

// A realisasi: set, added, asked for, or a fragment of one.
std::optional<Command> read_realisasi(const Sentence& sentence, const ParseContext& context);

// A command whose name stands somewhere in the message; then the three nearest commands.
Command read_any_command(const Sentence& sentence, const ParseContext& context);

// The three commands that share most with the words of the message, best first.
TidakDipahami nearest_commands(Tokens tokens);

}  // namespace bot
