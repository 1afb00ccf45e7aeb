#include "bot/conversation/language/guards.hpp"

#include <algorithm>
#include <cstddef>

#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// A line that begins with ">" was copied, and so was a text in quotation marks.
bool quotes(Tokens tokens) {
    if (contains_class(tokens, WordClass::Kutip)) return true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].is_sign('"')) return true;
        const bool line_start = i == 0 || tokens[i - 1].is_sign('\n');
        if (line_start && tokens[i].is_sign('>')) return true;
        if (tokens[i].is_sign('\'') && !tokens[i].glued) return true;
    }
    return false;
}

// "setuju ga ya", "sudah masuk belum": the negation at the end asks.
bool ends_as_question(Tokens tokens) {
    std::size_t last = tokens.size();
    while (last > 0 && is_filler(tokens[last - 1])) --last;
    if (last == 0) return false;
    const Tokens before = tokens.first(last - 1);
    if (tokens[last - 1].is("belum")) return contains_word(before, "sudah");
    const bool says_more = !std::ranges::all_of(before, is_filler);
    return tokens[last - 1].is("tidak") && says_more;
}

// "setuju tapi …": weaker than anything else that speaks against acting.
bool reserves(Tokens tokens) {
    return contains_word(tokens, "tapi") || contains_word(tokens, "tetapi") ||
           contains_word(tokens, "namun");
}

// "rencana 3 laporan", but not "rencana hasil kerja 1"; "wajib 3 laporan", but not "wajib pajak".
bool plans(Tokens tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].is("wajib") && word_at(tokens, i + 1) != "pajak") return true;
        if (tokens[i].is("rencana") && word_at(tokens, i + 1) != "hasil") return true;
    }
    return false;
}

}  // namespace

bool asks(Tokens tokens) {
    std::size_t last = tokens.size();
    while (last > 0 && is_filler(tokens[last - 1])) --last;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        // "5 berkas saja kok": at the end it only stresses.
        const bool stresses = tokens[i].is("kok") && i > 0 && i + 1 == last;
        if (tokens[i].has(WordClass::Tanya) && !stresses) return true;
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].is_sign('?')) return true;
        // "boleh tidak", "bisa gak"
        const bool whether = tokens[i].is("bisa") || tokens[i].is("boleh") || tokens[i].is("perlu");
        if (whether && word_at(tokens, i + 1) == "tidak") return true;
        // "setujui tidak ya yang nomor 2"
        const bool says_something = !std::ranges::all_of(tokens.first(i), is_filler);
        const bool wonders = tokens[i].is("tidak") && word_at(tokens, i + 1) == "ya";
        if (wonders && says_something) return true;
    }
    return ends_as_question(tokens);
}

std::optional<SebabTidakBertindak> reason_not_to_act(Tokens tokens) {
    if (quotes(tokens)) return SebabTidakBertindak::Kutipan;
    if (contains_class(tokens, WordClass::Andai)) return SebabTidakBertindak::Pengandaian;
    if (asks(tokens)) return SebabTidakBertindak::Pertanyaan;
    if (contains_class(tokens, WordClass::Ingkar)) return SebabTidakBertindak::Negasi;
    if (reserves(tokens)) return SebabTidakBertindak::Pengandaian;
    return std::nullopt;
}

std::optional<SebabTidakBertindak> reason_not_to_record(Tokens tokens) {
    if (const auto reason = reason_not_to_act(tokens)) return reason;
    const bool uncertain = contains_class(tokens, WordClass::Kira) || plans(tokens) ||
                           contains_class(tokens, WordClass::Rencana) ||
                           contains_word(tokens, "besok") || contains_word(tokens, "lusa") ||
                           contains_word(tokens, "nanti");
    if (uncertain) return SebabTidakBertindak::Pengandaian;
    return std::nullopt;
}

}  // namespace bot
