#include <algorithm>
#include <cstddef>
#include <string_view>

#include "bot/conversation/language/decision_words.hpp"
#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/scan.hpp"
#include "bot/conversation/language/units.hpp"

namespace bot {
namespace {

constexpr int kMostItems = 999;

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], const Token& token) {
    return token.is_word() && std::ranges::find(words, token.word) != std::end(words);
}

constexpr std::string_view kYes[] = {
    "ya", "ok", "benar", "betul", "simpan", "sesuai", "lanjut", "lanjutkan"};
constexpr std::string_view kYesMore[] = {"catat", "semua", "semuanya", "itu", "kirim", "yakin"};
constexpr std::string_view kNo[] = {"tidak", "bukan", "jangan", "salah", "belum", "keliru"};
constexpr std::string_view kNoMore[] = {
    "benar", "betul", "sesuai", "simpan", "itu", "yakin", "setuju", "begitu", "ya"};
constexpr std::string_view kGreetings[] = {
    "halo",
    "hai",
    "hei",
    "hey",
    "hi",
    "assalamualaikum",
    "permisi",
    "pagi",
    "siang",
    "sore",
    "malam",
    "selamat",
    "waalaikumsalam",
    "salam"};

// The message is made of these words, those that may go with them, and politeness.
template <std::size_t N, std::size_t M>
bool made_of(Tokens tokens, const std::string_view (&words)[N], const std::string_view (&more)[M]) {
    bool found = false;
    for (const Token& token : tokens) {
        if (is_one_of(words, token))
            found = true;
        else if (!is_one_of(more, token) && !is_filler(token))
            return false;
    }
    return found;
}

// "ya, simpan": all of it agrees, and "ya" does not only soften: "makasih ya".
bool is_yes(Tokens tokens) {
    if (!made_of(tokens, kYes, kYesMore) || contains_word(tokens, "kan")) return false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (is_one_of(kYes, tokens[at]) && !is_softener(tokens, at)) return true;
    }
    return false;
}

// "tidak": before anything else that a "ya" beside it might say. "tidak setuju" is not meant here.
bool is_no(Tokens tokens) {
    return made_of(tokens, kNo, kNoMore) && !contains_word(tokens, "setuju") &&
           !contains_word(tokens, "ok");  // "ok tidak ya" asks
}

bool is_greeting(Tokens tokens) {
    const bool greets = std::ranges::any_of(tokens, [](const Token& token) {
        return is_one_of(kGreetings, token);
    });
    return greets && !contains_word(tokens, "ini") &&
           std::ranges::all_of(tokens, [](const Token& token) {
               return is_filler(token) || token.is("bot") || is_one_of(kGreetings, token);
           });
}

// "nomor", "baris", "yang ke-"
std::size_t skip_item_label(Tokens tokens, std::size_t at) {
    while (at < tokens.size()) {
        const Token& token = tokens[at];
        const bool label = token.is("nomor") || token.is("baris") || token.is("butir") ||
                           token.is("poin") || token.is("item") || token.is("yang") ||
                           token.is("ke") || token.is_sign('#') || token.is_sign('.') ||
                           token.is_sign('-') || token.has(WordClass::Sopan);
        if (!label) break;
        ++at;
    }
    return at;
}

std::size_t skip_fillers(Tokens tokens, std::size_t at) {
    while (at < tokens.size() && is_filler(tokens[at])) ++at;
    return at;
}

bool only_fillers(Tokens tokens, std::size_t from) {
    return skip_fillers(tokens, from) == tokens.size();
}

bool is_change_verb(const Token& token) {
    return token.is("ubah") || token.is("ganti") || token.is("ralat") || token.is("edit");
}

// The tokens of "jadi", "menjadi", "->", "=", "diganti", "harusnya", "salah, harusnya" between an
// item and its new value.
std::size_t becomes_length(Tokens tokens, std::size_t at) {
    std::size_t length = 0;
    const bool wrong = at < tokens.size() && is_any_of(tokens[at], "salah keliru");
    if (wrong) {
        const std::size_t next = at + (is_sign_at(tokens, at + 1, ',') ? 2 : 1);
        const std::size_t behind = becomes_length(tokens, next);
        return behind == 0 ? 0 : next - at + behind;
    }
    while (at + length < tokens.size()) {
        const Token& token = tokens[at + length];
        const bool word = token.is("jadi") || token.is("menjadi") || token.is("harus") ||
                          token.is("seharusnya") || token.is("ganti") || token.is("ubah");
        if (!word && !token.is_sign('=') && !token.is_sign('>')) break;
        ++length;
    }
    if (length == 0 && is_sign_at(tokens, at, '-') && is_sign_at(tokens, at + 1, '>')) return 2;
    return length;
}

// "4 jadi 15", "ubah nomor 4 menjadi 15 laporan", "ganti baris 4 ke 15".
std::optional<Command> read_repair(const Sentence& sentence) {
    const Tokens tokens = sentence.tokens();
    std::size_t at = skip_item_label(tokens, 0);
    const bool verb = at < tokens.size() && is_change_verb(tokens[at]);
    if (verb) at = skip_item_label(tokens, at + 1);
    const auto item = read_ordinal(tokens, at, Roman::Refused);
    if (!item || item->value < 1 || item->value > kMostItems) return std::nullopt;
    at += item->count;
    std::size_t becomes = becomes_length(tokens, at);
    if (becomes == 0 && verb && word_at(tokens, at) == "ke") becomes = 1;
    if (becomes == 0) return std::nullopt;
    at += becomes;
    const auto value = read_number(sentence, tokens, at);
    if (!value || (!value->nilai && !value->ganda)) return std::nullopt;
    at += value->count;
    at += read_satuan(tokens, at).count;
    if (!only_fillers(tokens, at)) return std::nullopt;
    return UbahButir{item->value, value->nilai.value_or(domain::Kuantitas()), value->ganda};
}

// "hapus 2", "2 dihapus", "buang baris ketiga".
std::optional<Command> read_removal(Tokens tokens) {
    std::size_t at = skip_item_label(tokens, 0);
    const bool verb_first = at < tokens.size() && tokens[at].is("hapus");
    if (verb_first) at = skip_item_label(tokens, at + 1);
    const auto item = read_ordinal(tokens, at, Roman::Refused);
    if (!item || item->value < 1 || item->value > kMostItems) return std::nullopt;
    at = skip_fillers(tokens, at + item->count);
    if (!verb_first) {
        if (word_at(tokens, at) != "hapus") return std::nullopt;
        ++at;
    }
    if (!only_fillers(tokens, at)) return std::nullopt;
    return HapusButir{item->value};
}

// "nomor 2", "yang no. 3", "#1": an item of a list that was shown, and nothing else.
std::optional<Command> read_list_number(Tokens tokens) {
    const std::size_t at = skip_item_label(tokens, 0);
    const bool labelled = std::ranges::any_of(tokens.first(at), [](const Token& token) {
        return is_any_of(token, "nomor baris butir poin item") || token.is_sign('#');
    });
    const auto item = labelled ? read_ordinal(tokens, at, Roman::Refused) : std::nullopt;
    if (!item || item->value < 1 || item->value > kMostItems) return std::nullopt;
    if (!only_fillers(tokens, at + item->count)) return std::nullopt;
    return Penggalan{.slot = {}, .waktu = {}, .nomor = item->value};
}

}  // namespace

std::optional<Command> read_short_answer(const Sentence& sentence) {
    const Tokens tokens = sentence.tokens();
    if (tokens.empty()) return std::nullopt;
    // "no" is short for "nomor" wherever a number follows.
    if (is_no(tokens) || sentence.folded().text == "no") return Tidak{};
    if (is_greeting(tokens)) return Mulai{};
    if (only_fillers(tokens, 0) && contains_word(tokens, "tolong")) return Bantuan{};
    if (sentence.tainted()) return std::nullopt;
    if (is_yes(tokens)) return Ya{};
    if (auto repair = read_repair(sentence)) return repair;
    if (auto removal = read_removal(tokens)) return removal;
    return read_list_number(tokens);
}

}  // namespace bot
