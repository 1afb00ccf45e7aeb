#include "bot/conversation/language/references.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// What may stand between "rhk" and its number: "rhk no. 1", "rhk ke-2", "rhk yang kedua", "rhk #3".
std::size_t skip_numbering(Tokens tokens, std::size_t at) {
    std::size_t end = at;
    while (end < tokens.size()) {
        const Token& token = tokens[end];
        const bool colon =
            token.is_sign(':') && token.glued && end + 1 < tokens.size() && tokens[end + 1].glued;
        const bool dash = token.is_sign('-') && token.glued;
        const bool sign = colon || dash || token.is_sign('.') || token.is_sign('#');
        if (!sign && !token.is("nomor") && !token.is("ke") && !token.is("yang")) break;
        ++end;
    }
    return end;
}

// True if more digits follow in one breath, so that more than one RHK or none may be meant.
bool goes_on(Tokens tokens, std::size_t at) {
    if (at + 1 >= tokens.size()) return false;
    const Token& sign = tokens[at];
    const Token& next = tokens[at + 1];
    if (sign.is("sampai") || sign.is("hingga")) return next.is_digits();
    if (!next.is_digits() || !next.glued) return false;
    // "rhk 1 -3 laporan": a dash, a range, or a negative number.
    if (sign.is_sign('-')) return true;
    return sign.glued && (sign.is_sign('.') || sign.is_sign(',') || sign.is_sign('/'));
}

bool names_rhk(const Token& token) {
    constexpr WordClasses kEnds =
        bit(WordClass::Sopan) | bit(WordClass::Aspek) | bit(WordClass::Bilangan) |
        bit(WordClass::Tanya) | bit(WordClass::Ingkar) | bit(WordClass::Andai) |
        bit(WordClass::Kutip) | bit(WordClass::Kira) | bit(WordClass::Rencana) |
        bit(WordClass::Setuju) | bit(WordClass::Tolak) | bit(WordClass::Catat) |
        bit(WordClass::Lihat) | bit(WordClass::Hubung) | bit(WordClass::Depan) |
        bit(WordClass::Penomor) | bit(WordClass::Waktu);
    return token.is_word() && (token.classes & kEnds) == 0 && !token.is("ada") &&
           !token.is("masih") && !token.is("hanya") && !token.is("semua") && !token.is("karena");
}

std::size_t read_text(Tokens tokens, std::size_t at, std::string& text) {
    const std::size_t begin = at;
    for (; at < tokens.size() && names_rhk(tokens[at]); ++at) {
        if (!text.empty()) text += ' ';
        text += tokens[at].word;
    }
    return at - begin;
}

// Behind "rhk": a number, or words of its text.
RhkReading read_named(Tokens tokens, std::size_t begin, std::size_t at) {
    RhkReading reading;
    const std::size_t number_at = skip_numbering(tokens, at);
    if (const auto number = read_ordinal(tokens, number_at, Roman::Allowed)) {
        reading.rhk.nomor = number->value;
        reading.count = number_at + number->count - begin;
        reading.unclear = goes_on(tokens, begin + reading.count);
        return reading;
    }
    while (at < tokens.size() &&
           (tokens[at].is("yang") || tokens[at].is("tentang") || tokens[at].is("mengenai") ||
            tokens[at].is("soal") || tokens[at].is("terkait") || tokens[at].is("perihal"))) {
        ++at;
    }
    at += read_text(tokens, at, reading.rhk.teks);
    reading.bare = reading.rhk.teks.empty();
    reading.count = reading.bare ? 1 : at - begin;
    return reading;
}

std::optional<RhkReading> read_which(Tokens tokens, std::size_t at) {
    RhkReading reading;
    const std::size_t number_at = skip_numbering(tokens, at);
    if (const auto number = read_ordinal(tokens, number_at, Roman::Refused)) {
        reading.rhk.nomor = number->value;
        reading.count = number_at + number->count - at;
        reading.unclear = goes_on(tokens, at + reading.count);
        return reading;
    }
    const std::size_t words = read_text(tokens, at + 1, reading.rhk.teks);
    if (words == 0) return std::nullopt;
    reading.count = words + 1;
    return reading;
}

}  // namespace

std::optional<RhkReading> read_rhk(Tokens tokens, std::size_t at) {
    const auto word = [&](std::size_t ahead) {
        return at + ahead < tokens.size() ? tokens[at + ahead].word : std::string_view{};
    };
    if (at >= tokens.size()) return std::nullopt;
    if (word(0) == "rhk") return read_named(tokens, at, at + 1);
    if (word(0) == "rencana" && word(1) == "hasil" && word(2) == "kerja") {
        RhkReading reading = read_named(tokens, at, at + 3);
        if (reading.bare) reading.count = 3;
        return reading;
    }
    if (word(0) == "r" && at + 1 < tokens.size()) {
        const std::size_t number_at = at + 1 + (tokens[at + 1].is_sign('.') ? 1 : 0);
        const bool digits = number_at < tokens.size() && tokens[number_at].is_digits() &&
                            tokens[number_at].glued && tokens[number_at].word.size() <= 2;
        return digits ? std::optional(read_named(tokens, at, at + 1)) : std::nullopt;
    }
    if (word(0) == "yang") return read_which(tokens, at);
    return std::nullopt;
}

std::optional<domain::Aspek> aspek_of(const Token& token) {
    if (!token.has(WordClass::Aspek)) return std::nullopt;
    return token.is("mutu") ? domain::Aspek::Kualitas : domain::aspek_dari(token.word);
}

std::optional<int> year_of(const Token& token) {
    if (!token.is_digits() || token.word.size() != 4 || !token.word.starts_with("20")) {
        return std::nullopt;
    }
    return 2000 + (token.word[2] - '0') * 10 + (token.word[3] - '0');
}

}  // namespace bot
