#include "bot/conversation/language/realisasi_text.hpp"

#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

bool is_source_word(Tokens tokens, std::size_t at) {
    if (tokens[at].is("berdasarkan")) return true;
    // "sumber daya manusia" may be part of the text of an RHK.
    return tokens[at].is("sumber") && word_at(tokens, at + 1) != "daya";
}

bool is_note_word(const Token& token) {
    return is_any_of(token, "keterangan catatan");
}

TailKind tail_kind(Tokens tokens, std::size_t at) {
    if (is_source_word(tokens, at)) return TailKind::Source;
    return is_note_word(tokens[at]) ? TailKind::Note : TailKind::None;
}

bool names_rhk_number(Tokens tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].is("yang")) return false;
    const auto rhk = read_rhk(tokens, at);
    return rhk && rhk->rhk.nomor;
}

// True where, behind a source, the next item begins: ", rhk 2 5 dokumen".
bool item_begins(Tokens tokens, std::size_t at) {
    if (!tokens[at].is_sign(',') && !tokens[at].is("dan")) return false;
    std::size_t next = at + 1;
    while (next < tokens.size() && (is_filler(tokens[next]) || tokens[next].is("dan"))) ++next;
    return names_rhk_number(tokens, next);
}

// Ordinary words, units and names of commands may all be part of the text of an RHK.
bool names_work(const Token& token) {
    constexpr WordClasses kWork =
        bit(WordClass::Umum) | bit(WordClass::Satuan) | bit(WordClass::Perintah);
    constexpr WordClasses kOther = ~kWork;
    return token.is_word() && (token.classes & kWork) != 0 && (token.classes & kOther) == 0;
}

}  // namespace

bool is_negative_number(Tokens tokens, std::size_t at) {
    return is_sign_at(tokens, at, '-') && !tokens[at].glued && at + 1 < tokens.size() &&
           tokens[at + 1].glued && tokens[at + 1].is_digits();
}

std::size_t list_mark_length(Tokens line) {
    std::size_t at = 0;
    while (at < line.size() && !is_negative_number(line, at) &&
           (is_filler(line[at]) || line[at].is_sign('>'))) {
        ++at;
    }
    if (at + 2 >= line.size()) return at;
    const bool letter = line[at].is_word() && line[at].word.size() == 1;
    const Token& mark = line[at + 1];
    const bool marks = mark.glued && (mark.is_sign('.') || mark.is_sign(')'));
    // "s.d. Jumat" and "1.250" go on without a blank.
    const bool counts = (letter || line[at].is_digits()) && marks && !line[at + 2].glued;
    return counts ? at + 2 : at;
}

TailReading read_tail(const Sentence& sentence, Tokens tokens, std::size_t at, Item item) {
    TailReading tail;
    tail.kind = tail_kind(tokens, at);
    if (tail.kind == TailKind::None) return tail;
    std::size_t begin = at + 1;
    while (begin < tokens.size() &&
           (is_ornament(tokens[begin]) || is_any_of(tokens[begin], "data dari adalah"))) {
        ++begin;
    }
    const auto ends = [&](std::size_t place) {
        const TailKind other = tail_kind(tokens, place);
        return (other != TailKind::None && other != tail.kind) || item_begins(tokens, place) ||
               (item == Item::NotBegun && tokens[place].is("rhk") && names_rhk_number(tokens, place)
               );
    };
    std::size_t end = begin;
    while (end < tokens.size() && !ends(end)) ++end;
    tail.count = end - at;
    while (end > begin && is_filler(tokens[end - 1]) && !tokens[end - 1].is_sign('.')) --end;
    tail.text = sentence.written(tokens.subspan(begin, end - begin));
    return tail;
}

bool is_derived(std::string_view word) {
    constexpr std::size_t kShortest = 7;
    if (word.size() < kShortest) return false;
    for (const std::string_view prefix : {"di", "me", "ber", "ter", "pe", "ke", "se"}) {
        if (!word.starts_with(prefix)) continue;
        for (const std::string_view suffix : {"kan", "an", "i", "nya"}) {
            if (word.ends_with(suffix)) return true;
        }
        return prefix == "di" || word.starts_with("meng") || word.starts_with("mem");
    }
    return word.ends_with("kan") || word.ends_with("nya");
}

RhkTextReading read_rhk_text(Tokens tokens, std::size_t at) {
    RhkTextReading reading;
    if (!is_any_of(tokens[at], "yang untuk di pada tentang soal mengenai terkait ke"))
        return reading;
    std::size_t end = at + 1;
    while (word_at(tokens, end) == "yang" || word_at(tokens, end) == "bagian") ++end;
    for (; end < tokens.size() && (tokens[end].unknown() || names_work(tokens[end])); ++end) {
        const bool name = tokens[end].unknown() && !is_derived(tokens[end].word);
        reading.person = reading.person || name;
        if (!reading.text.empty()) reading.text += ' ';
        reading.text += tokens[end].word;
    }
    if (!reading.text.empty()) reading.count = end - at;
    return reading;
}

}  // namespace bot
