#include "bot/conversation/language/command_match.hpp"

#include <algorithm>
#include <string_view>

#include "bot/conversation/language/command_slots.hpp"
#include "bot/conversation/language/units.hpp"

namespace bot {
namespace {

// Behind "skp" named by "rhk" only politeness and question words keep the sense of "show".
bool only_asks(Tokens rest) {
    return std::ranges::all_of(rest, [](const Token& token) {
        return is_filler(token) || token.has(WordClass::Tanya) || token.is_sign('?') ||
               token.is("ada");
    });
}

bool decides(Tokens tokens) {
    return std::ranges::any_of(tokens, [](const Token& token) {
        return token.has(WordClass::Setuju) || token.has(WordClass::Tolak);
    });
}

// "tambah rhk 1 2 laporan", "isi rhk 1: 3 laporan": a realisasi of an RHK that exists.
bool gives_value(Tokens rest) {
    const auto number = [&rest](std::size_t at) {
        return at < rest.size() && (rest[at].is_digits() || rest[at].has(WordClass::Bilangan));
    };
    const std::size_t nomor_at = word_at(rest, 0) == "nomor" || word_at(rest, 0) == "ke" ? 1 : 0;
    if (!number(nomor_at)) return false;
    const std::size_t colon = find_sign(rest, ':');
    for (std::size_t at = nomor_at + 1; at < colon; ++at) {
        if (number(at)) return true;
    }
    return number(colon + 1);
}

// "ubah rhk 2 jadi 50 berkas": the realisasi of an RHK; "ubah rhk 2 menjadi melayani …" is its
// text.
bool replaces_value(Tokens rest) {
    const auto is_number = [&rest](std::size_t at) {
        return at < rest.size() && (rest[at].is_digits() || rest[at].has(WordClass::Bilangan));
    };
    std::size_t at = word_at(rest, 0) == "nomor" || word_at(rest, 0) == "ke" ? 1 : 0;
    if (!is_number(at)) return false;
    ++at;
    while (at < rest.size() && (is_any_of(rest[at], "jadi menjadi ke") || is_ornament(rest[at]))) {
        ++at;
    }
    const std::size_t value = at;
    while (is_number(at) || is_sign_at(rest, at, ',') || is_sign_at(rest, at, '.')) ++at;
    if (at == value || at >= rest.size()) return false;
    const std::size_t unit = read_satuan(rest, at).count;
    const Tokens behind = rest.subspan(at + unit);
    return unit > 0 && std::ranges::all_of(behind, [](const Token& token) {
               return is_filler(token) || token.is_digits() || token.has(WordClass::Waktu) ||
                      token.has(WordClass::Bilangan) || token.is("triwulan") || token.is("tw");
           });
}

bool is_time_word(const Token& token) {
    return is_filler(token) || token.is_digits() || token.has(WordClass::Waktu) ||
           token.has(WordClass::Bilangan) || token.is("ingatkan") || token.is("tunda");
}

}  // namespace

bool leads_in(const Token& token) {
    constexpr WordClasses kBefore = bit(WordClass::Lihat) | bit(WordClass::Tanya) |
                                    bit(WordClass::Waktu) | bit(WordClass::Ingkar) |
                                    bit(WordClass::Andai);
    return is_filler(token) || (token.classes & kBefore) != 0 || token.is_sign('@') ||
           is_any_of(token, "untuk yang perlu lagi ke ada");
}
std::optional<PhraseMatch> leading_phrase(Tokens tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (auto match = match_phrase(tokens, at)) return match;
        if (!leads_in(tokens[at])) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<PhraseMatch> best_phrase(Tokens tokens) {
    std::optional<PhraseMatch> best;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto match = match_phrase(tokens, at);
        if (match && (!best || match->words > best->words)) best = match;
    }
    return best;
}

std::vector<Token> outside(Tokens tokens, const PhraseMatch& match) {
    std::vector<Token> others;
    const std::size_t end = std::max(match.end, structure_end(tokens));
    for (std::size_t i = 0; i < end; ++i) {
        if (i < match.begin || i >= match.end) others.push_back(tokens[i]);
    }
    return others;
}

std::size_t left_over(Tokens tokens) {
    constexpr WordClasses kHarmless =
        bit(WordClass::Sopan) | bit(WordClass::Lihat) | bit(WordClass::Tanya) |
        bit(WordClass::Waktu) | bit(WordClass::Depan) | bit(WordClass::Penomor) |
        bit(WordClass::Hubung) | bit(WordClass::Bilangan) | bit(WordClass::Catat) |
        bit(WordClass::Perintah) | bit(WordClass::Aspek) | bit(WordClass::Ingkar) |
        bit(WordClass::Umum);
    return static_cast<std::size_t>(std::ranges::count_if(tokens, [](const Token& token) {
        return token.is_word() && (token.classes & kHarmless) == 0;
    }));
}

bool means_something_else(Tokens tokens, const PhraseMatch& match) {
    const Tokens rest = tokens.subspan(match.end);
    const std::string_view nama = match.command->nama;
    const Token& first = tokens[match.begin];
    const Token& last = tokens[match.end - 1];
    const bool digits = std::ranges::any_of(rest, &Token::is_digits);
    if (nama == "nilai" && match.words == 1) {
        return !rest.empty() && (rest[0].is_digits() || rest[0].has(WordClass::Bilangan));
    }
    if (nama == "skp" && (last.is("rhk") || first.is("rencana"))) return !only_asks(rest);
    if (nama == "tambah rhk") return gives_value(rest);
    if (nama == "ubah rhk") return replaces_value(rest);
    // "Admin, rhk 1 3 laporan": whom the message is for.
    if (nama == "admin" && match.words == 1) {
        return contains_word(rest, "rhk") || contains_word(rest, "realisasi") || decides(rest);
    }
    if (nama == "rekap") return contains_word(rest, "realisasi") || contains_word(rest, "capaian");
    if (nama == "mulai" && !rest.empty()) return rest[0].has(WordClass::Waktu) || digits;
    if (nama == "tinjau" && last.has(WordClass::Setuju)) return digits;
    if (nama == "bantuan" && contains_word(rest, "rhk")) return digits;
    if (contains_class(rest, WordClass::Kutip) && decides(rest)) return true;
    if (nama == "tunda" && first.is("nanti")) {
        return match.begin > 0 || !std::ranges::all_of(rest, is_time_word);
    }
    const bool steps = nama == "batal" || nama == "kembali" || nama == "ulang";
    return steps && (decides(rest) || left_over(rest) > 1);
}

bool is_condition_of_another(Tokens tokens, const PhraseMatch& match) {
    if (!contains_class(tokens.first(match.begin), WordClass::Andai)) return false;
    const Tokens rest = tokens.subspan(match.end);
    return contains_word(rest, "rhk") || decides(rest);
}

}  // namespace bot
