#include "bot/conversation/language/realisasi_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "bot/conversation/language/folding.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/realisasi_pieces.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// "rhk 1 3 laporan punya Siti", "a.n. Budi": not the writer's own.
bool belongs_to_another(Tokens tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        const bool owner = tokens[at].is("punya") || tokens[at].is("milik") ||
                           tokens[at].is("nama") || tokens[at].is("bawahan") ||
                           tokens[at].is("mewakili");
        std::size_t next = at + 1;
        while (next < tokens.size() && tokens[next].has(WordClass::Sopan) &&
               !tokens[next].is("saya"))
            ++next;
        if (owner && next < tokens.size() && tokens[next].unknown()) return true;
        if (tokens[at].is("a") && tokens[at + 1].is_sign('.') && word_at(tokens, at + 2) == "n") {
            return true;
        }
    }
    return false;
}

bool decides(Tokens tokens) {
    return std::ranges::any_of(tokens, [](const Token& token) {
        return token.has(WordClass::Setuju) || token.has(WordClass::Tolak);
    });
}

bool is_foreign(Tokens tokens) {
    return std::ranges::any_of(tokens, [](const Token& token) {
        return token.is_word() && token.word.find(kForeignLetter) != std::string_view::npos;
    });
}

// "3 laporan atau 4", "rhk 1 3 laporan, sisanya nihil": which, and of what, is left open.
bool leaves_open(Tokens tokens) {
    return std::ranges::any_of(tokens, [](const Token& token) {
        return is_any_of(token, "atau sisa selebihnya lainnya");
    });
}

// "koreksi rhk 2 harusnya 15 berkas": what should be is what is to be recorded.
bool repairs(Tokens structure) {
    const auto says = [structure](std::string_view words) {
        return std::ranges::any_of(structure, [words](const Token& token) {
            return is_any_of(token, words);
        });
    };
    constexpr std::string_view kShould = "harus seharusnya";
    constexpr std::string_view kWrong = "salah keliru";
    // "rhk 1 yang tadi salah, harusnya 6 laporan"
    const bool corrects = says(kShould) && says(kWrong);
    if (!says("ralat ubah ganti") && !corrects) return false;
    std::vector<Token> others;
    for (const Token& token : structure) {
        const bool repair = is_any_of(token, kShould) || (corrects && is_any_of(token, kWrong));
        if (!repair) others.push_back(token);
    }
    return !reason_not_to_record(others);
}

}  // namespace

std::vector<RealisasiLine> read_lines(const Sentence& sentence, domain::Tanggal today) {
    std::vector<RealisasiLine> lines;
    const Tokens tokens = sentence.tokens();
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = begin;
        while (end < tokens.size() && !tokens[end].is_sign('\n') && !tokens[end].is_sign(';'))
            ++end;
        const Tokens part = tokens.subspan(begin, end - begin);
        if (!std::ranges::all_of(part, is_filler)) {
            Pieces pieces = read_pieces(sentence, part, today);
            RealisasiLine line{
                .tokens = part,
                .structure = std::move(pieces.structure),
                .read = {},
                .future = pieces.future};
            line.read = assemble_items(pieces.pieces);
            line.read.unclear = line.read.unclear || pieces.unclear;
            lines.push_back(std::move(line));
        }
        begin = end + 1;
    }
    return lines;
}

bool begins_with_negation(Tokens tokens) {
    const auto first = std::ranges::find_if_not(tokens, is_filler);
    return first != tokens.end() && first->has(WordClass::Ingkar);
}

bool is_polite_request(Tokens tokens) {
    const bool begs = contains_word(tokens, "tolong") || contains_word(tokens, "mohon");
    return begs && !contains_class(tokens, WordClass::Tanya) &&
           !contains_class(tokens, WordClass::Ingkar);
}

std::optional<SebabTidakBertindak> reason_against(const RealisasiLine& line) {
    const Tokens structure = line.structure;
    if (line.future) return SebabTidakBertindak::Pengandaian;
    const auto reason = reason_not_to_record(structure);
    const bool stopped =
        reason == SebabTidakBertindak::Pengandaian || reason == SebabTidakBertindak::Negasi;
    if (stopped && repairs(structure)) return std::nullopt;
    if (reason == SebabTidakBertindak::Pertanyaan && is_polite_request(structure)) {
        return std::nullopt;
    }
    return reason;
}

bool is_understood(const RealisasiLine& line) {
    return !leaves_open(line.structure) && !line.read.unclear && !line.read.strange &&
           !line.read.items.empty() && !reason_against(line) && !decides(line.structure) &&
           !is_foreign(line.structure) && !belongs_to_another(line.structure);
}

}  // namespace bot
