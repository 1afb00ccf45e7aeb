#include <algorithm>
#include <cstddef>
#include <string>

#include "bot/conversation/language/command_match.hpp"
#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// What stands at the front of the words, up to the name of the evidence.
struct Front {
    IsiBukti isi;
    std::optional<int> nomor;
    std::size_t end = 0;  // where the name begins
};

std::optional<int> number_at(Tokens tokens, std::size_t at) {
    constexpr std::size_t kMostDigits = 3;
    if (at >= tokens.size() || !tokens[at].is_digits() || tokens[at].word.size() > kMostDigits) {
        return std::nullopt;
    }
    return std::stoi(std::string(tokens[at].word));
}

// One slot at the place: how many tokens it takes; 0: there is none.
std::size_t read_slot(Tokens tokens, std::size_t at, domain::Tanggal today, IsiBukti& isi) {
    const auto rhk = tokens[at].is("yang") ? std::nullopt : read_rhk(tokens, at);
    if (rhk && rhk->rhk.nomor && !rhk->unclear && !isi.rhk) {
        isi.rhk = rhk->rhk;
        return rhk->count;
    }
    const auto periode = isi.periode ? std::nullopt : read_periode(tokens, at, today);
    if (periode) {
        isi.periode = periode->periode;
        return periode->count;
    }
    const auto aspek = isi.aspek ? std::nullopt : aspek_of(tokens[at]);
    if (aspek) isi.aspek = *aspek;
    return aspek ? 1 : 0;
}

Front read_front(Tokens tokens, domain::Tanggal today) {
    Front front;
    while (front.end < tokens.size()) {
        const std::size_t taken = read_slot(tokens, front.end, today, front.isi);
        if (taken > 0) {
            front.end += taken;
            continue;
        }
        const bool named = tokens[front.end].is("nomor");
        const auto nomor =
            front.nomor ? std::nullopt : number_at(tokens, front.end + (named ? 1 : 0));
        // "bukti rhk 1 2" is number 2; "bukti rhk 1 2 foto" begins with its name.
        const std::size_t behind = front.end + (named ? 2 : 1);
        const bool alone =
            std::ranges::all_of(tokens.subspan(std::min(behind, tokens.size())), is_filler);
        if (nomor && alone) {
            front.nomor = nomor;
            front.end = tokens.size();
        } else if (is_ornament(tokens[front.end])) {
            ++front.end;
        } else {
            break;
        }
    }
    return front;
}

bool says_nothing(Tokens tokens) {
    return std::ranges::all_of(tokens, is_filler);
}

// The words of the name; an RHK at their end is a slot: "foto kegiatan rhk 1".
std::string read_name(
    const Sentence& sentence, Tokens tokens, domain::Tanggal today, IsiBukti& isi
) {
    std::size_t end = tokens.size();
    for (std::size_t at = 1; at < tokens.size() && !isi.rhk; ++at) {
        if (!tokens[at].is("rhk")) continue;
        IsiBukti behind = isi;
        std::size_t place = at;
        while (place < tokens.size()) {
            const std::size_t taken = read_slot(tokens, place, today, behind);
            if (taken == 0 && !is_filler(tokens[place])) break;
            place += std::max<std::size_t>(taken, 1);
        }
        if (!behind.rhk) continue;
        isi = behind;
        if (place == tokens.size()) end = at;
    }
    const Tokens words = tokens.first(end);
    // "Laporan TW I" is called so, and is for that quarter.
    for (std::size_t at = 0; at < words.size() && !isi.periode; ++at) {
        const auto named = read_periode(words, at, today);
        const bool quarter = named && named->periode.jenis == domain::JenisPeriode::Triwulan;
        if (quarter) isi.periode = named->periode;
    }
    return says_nothing(words) ? "" : std::string(sentence.written(words));
}

TambahBukti read_words(const Sentence& sentence, Tokens tokens, domain::Tanggal today) {
    const auto link = std::ranges::find(tokens, TokenKind::Link, &Token::kind);
    const auto length = static_cast<std::size_t>(link - tokens.begin());
    const Tokens before = tokens.first(length);
    Front front = read_front(before, today);
    TambahBukti added{std::move(front.isi), {}};
    // "rhk 1 2": a number that is no number of anything is the name.
    const std::size_t begin = front.nomor ? length - 1 : front.end;
    added.isi.nama = read_name(sentence, before.subspan(begin), today, added.isi);
    if (link == tokens.end()) return added;
    added.isi.tautan = sentence.text().substr(link->begin, link->end - link->begin);
    const Tokens behind = tokens.subspan(length + 1);
    if (added.isi.nama.empty()) added.isi.nama = read_name(sentence, behind, today, added.isi);
    return added;
}

// Words that nobody knows, or names that are words as well where they begin with a capital.
bool is_name(const Sentence& sentence, const Token& token) {
    if (!token.is_word()) return false;
    const char first = sentence.text()[token.begin];
    const bool ordinary = token.classes == bit(WordClass::Umum) && !token.corrected;
    return token.unknown() || (ordinary && first >= 'A' && first <= 'Z');
}

std::string read_person(const Sentence& sentence, Tokens tokens, std::size_t& end) {
    std::size_t begin = 0;
    while (begin < tokens.size() && is_filler(tokens[begin])) ++begin;
    end = begin;
    while (end < tokens.size() && is_name(sentence, tokens[end])) ++end;
    if (begin == end) return "";
    return std::string(sentence.written(tokens.subspan(begin, end - begin)));
}

bool only_names(const PhraseMatch& match, Tokens tokens) {
    return match.words == 1 || (match.words == 2 && tokens[match.end - 1].is("dukung"));
}

}  // namespace

TambahBukti read_evidence_words(const Sentence& sentence, const ParseContext& context) {
    return read_words(sentence, sentence.tokens(), context.hari_ini);
}

Command read_evidence(
    const Sentence& sentence, const PhraseMatch& match, const ParseContext& context
) {
    const Tokens tokens = sentence.tokens();
    const Tokens rest = tokens.subspan(match.end);
    const Front front = read_front(rest, context.hari_ini);
    if (match.command->nama == "hapus bukti") {
        if (const auto reason = reason_not_to_act(outside(tokens, match))) {
            return TidakBertindak{*reason, "hapus bukti"};
        }
        return HapusBukti{front.isi.rhk, front.isi.periode, front.nomor};
    }
    const bool link = std::ranges::find(rest, TokenKind::Link, &Token::kind) != rest.end();
    if (!link && only_names(match, tokens)) {
        std::size_t end = 0;
        const std::string person = read_person(sentence, rest, end);
        const Front behind = read_front(rest.subspan(end), context.hari_ini);
        const Front& said = person.empty() ? front : behind;
        const Tokens left =
            person.empty() ? rest.subspan(front.end) : rest.subspan(end + behind.end);
        // "ok tapi lengkapi bukti" asks for nothing; a question does.
        const auto reason = reason_not_to_act(outside(tokens, match));
        if (reason && *reason != SebabTidakBertindak::Pertanyaan) {
            return TidakBertindak{*reason, std::string(match.command->nama)};
        }
        if (says_nothing(left)) {
            return LihatBukti{said.isi.rhk, said.isi.periode, said.nomor, person};
        }
    }
    // The name is free text: with a link only what stands before the command can stop it.
    const auto guarded =
        link ? std::vector<Token>(
                   tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(match.begin)
               )
             : outside(tokens, match);
    if (const auto reason = reason_not_to_act(guarded)) {
        return TidakBertindak{*reason, std::string(match.command->nama)};
    }
    return read_words(sentence, rest, context.hari_ini);
}

}  // namespace bot
