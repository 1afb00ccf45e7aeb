#include "bot/conversation/parse.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "bot/conversation/language/grammar.hpp"

namespace bot {
namespace {

// The longest message of a platform is 4,096 characters, of at most four bytes each.
constexpr std::size_t kLongestText = std::size_t{4} * 4096;
constexpr std::string_view kBlanks = " \t\r\n";

}  // namespace

Command parse(std::string_view text, const ParseContext& context) {
    if (text.size() > kLongestText) return nearest_commands({});
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == text.npos) return nearest_commands({});
    const Sentence sentence(text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin));
    if (sentence.tokens().empty()) return nearest_commands({});
    if (auto command = read_codes(sentence)) return *std::move(command);
    if (auto command = read_leading_command(sentence, context)) return *std::move(command);
    if (auto command = read_decision(sentence, context)) return *std::move(command);
    if (auto command = read_short_answer(sentence)) return *std::move(command);
    if (auto command = read_realisasi(sentence, context)) return *std::move(command);
    return read_any_command(sentence, context);
}

Command parse_caption(std::string_view text, const ParseContext& context) {
    Command command = parse(text, context);
    if (const auto* record = std::get_if<CatatRealisasi>(&command)) {
        const bool whole = std::ranges::all_of(record->butir, [](const IsiRealisasi& item) {
            return item.rhk && (item.nilai || item.ganda);
        });
        if (whole) return command;
    }
    if (std::holds_alternative<TambahBukti>(command)) return command;
    if (auto* shown = std::get_if<LihatBukti>(&command); shown && shown->orang.empty()) {
        return TambahBukti{{shown->rhk, std::nullopt, shown->periode, "", ""}, {}};
    }
    if (text.size() > kLongestText) return TambahBukti{};
    return read_evidence_words(Sentence(text), context);
}

}  // namespace bot
