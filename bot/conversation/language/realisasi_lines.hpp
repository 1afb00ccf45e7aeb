#pragma once

#include <optional>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/realisasi_items.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

// One line of a message about realisasi, read.
struct RealisasiLine {
    Tokens tokens;
    std::vector<Token> structure;  // what the guards look at
    LineItems read;
    bool future = false;  // speaks of a day to come
};

// The lines of the message, parted by line breaks and ";". Lines of politeness are left out.
std::vector<RealisasiLine> read_lines(const Sentence& sentence, domain::Tanggal today);

// Why the line must not be recorded, or nothing if it may.
std::optional<SebabTidakBertindak> reason_against(const RealisasiLine& line);

// True if the line names items that may be recorded as the writer's own.
bool is_understood(const RealisasiLine& line);

// "jangan rhk 1 3 laporan; rhk 2 12 berkas": what stands in front of everything denies it all.
bool begins_with_negation(Tokens tokens);

// "bisa tolong catat …?": a request in the form of a question.
bool is_polite_request(Tokens tokens);

}  // namespace bot
