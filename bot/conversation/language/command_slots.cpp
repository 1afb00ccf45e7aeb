#include "bot/conversation/language/command_slots.hpp"

#include <algorithm>
#include <string_view>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// Commands that speak of another person, and those whose whole rest is free text.
constexpr std::string_view kAboutPeople[] = {
    "umpan balik",
    "nilai",
    "mentoring",
    "coaching",
    "konseling",
    "plh",
    "plt",
    "akhiri plh",
    "akhiri plt"};
constexpr std::string_view kFreeText[] = {"keberatan", "ubah keberatan"};

template <std::size_t N>
bool is_one_of(const std::string_view (&names)[N], std::string_view name) {
    return std::ranges::find(names, name) != std::end(names);
}

// "s.d.", "s/d": the "s" is no part of a name.
bool begins_until(Tokens tokens, std::size_t at) {
    return tokens[at].is("s") && at + 2 < tokens.size() && tokens[at + 1].kind == TokenKind::Sign &&
           tokens[at + 2].is("d");
}

// Many names are ordinary words as well: Bagus, Fajar, Indah.
bool may_be_name(const Token& token) {
    constexpr std::string_view kNoNames[] = {
        "sesuai", "ekspektasi", "semua", "baik", "kurang", "karena", "lain", "ada", "kolaboratif"};
    const bool ordinary = token.classes == bit(WordClass::Umum) && !token.corrected;
    return token.unknown() || (ordinary && !is_one_of(kNoNames, token.word));
}

// A name: unknown words in a row, behind "pak" or "untuk" if one is there.
std::string_view read_name(const Sentence& sentence, Tokens tokens) {
    std::size_t at = 0;
    while (at < tokens.size() &&
           (is_filler(tokens[at]) || tokens[at].is("untuk") || tokens[at].is("ke") ||
            tokens[at].is("buat") || tokens[at].is("bagi") || tokens[at].is("sama") ||
            tokens[at].is("kepada") || tokens[at].is("perilaku") || tokens[at].is("dengan"))) {
        ++at;
    }
    std::size_t end = at;
    while (end < tokens.size() && may_be_name(tokens[end]) && !begins_until(tokens, end)) ++end;
    return sentence.written(tokens.subspan(at, end - at));
}

void read_slots(Tokens tokens, domain::Tanggal today, BelumTersedia& command) {
    for (std::size_t at = 0; at < tokens.size();) {
        const auto rhk = tokens[at].is("yang") ? std::nullopt : read_rhk(tokens, at);
        if (rhk && !rhk->bare && !command.rhk) {
            command.rhk = rhk->rhk;
            at += rhk->count;
            continue;
        }
        if (const auto periode = read_periode(tokens, at, today)) {
            if (!command.periode) command.periode = periode->periode;
            at += periode->count;
            continue;
        }
        // "sekarang" and "tadi" are mostly politeness.
        const auto dates =
            tokens[at].has(WordClass::Sopan) ? std::nullopt : read_dates(tokens, at, today);
        if (dates) {
            if (dates->span && !command.waktu) command.waktu = *dates->span;
            at += dates->count;
            continue;
        }
        const auto year = year_of(tokens[at]);
        if (year && !command.waktu) {
            command.waktu = DateSpan{domain::tanggal(*year, 1, 1), domain::tanggal(*year, 12, 31)};
        }
        ++at;
    }
}

}  // namespace

std::size_t structure_end(Tokens tokens) {
    const auto end = std::ranges::find_if(tokens, [](const Token& token) {
        return token.kind == TokenKind::Link || token.is_sign(':');
    });
    return static_cast<std::size_t>(end - tokens.begin());
}

BelumTersedia with_slots(
    const Sentence& sentence, const PhraseMatch& match, domain::Tanggal today
) {
    const Tokens rest = sentence.tokens().subspan(match.end);
    const std::size_t end = structure_end(rest);
    BelumTersedia command;
    command.nama = match.command->nama;
    if (is_one_of(kAboutPeople, command.nama)) {
        command.orang = read_name(sentence, rest.first(end));
    }
    // The "rhk" of "hapus rhk 2" is also the beginning of the slot.
    const bool names_rhk = sentence.tokens()[match.end - 1].is("rhk");
    const Tokens slots =
        names_rhk ? sentence.tokens().subspan(match.end - 1, end + 1) : rest.first(end);
    read_slots(slots, today, command);
    read_slots(sentence.tokens().first(match.begin), today, command);
    std::size_t text_at = end;
    if (is_sign_at(rest, end, ':')) {
        ++text_at;
    } else if (is_one_of(kFreeText, command.nama)) {
        text_at = 0;
        const auto rhk = read_rhk(rest, 0);
        if (rhk && !rhk->bare) text_at = rhk->count;
    }
    if (text_at < rest.size()) {
        command.isi = sentence.written(rest[text_at].begin, sentence.text().size());
    }
    return command;
}

}  // namespace bot
