#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/conversation/language/command_match.hpp"
#include "bot/conversation/language/command_slots.hpp"
#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/help_topics.hpp"
#include "bot/conversation/language/phrases.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// So many words that mean nothing to us may stand beside the name of a command that only shows.
constexpr std::size_t kMostLeftOver = 2;

// Words that may stand beside "urungkan", "lepas akun" and their kin.
constexpr std::string_view kBesideActing =
    "urungkan batalkan hapus tolong terakhir catatan perubahan realisasi input tadi itu yang "
    "barusan "
    "akun nomor dari chat bot telegram whatsapp salah ketik tekan pencet hp ganti masuk daftar "
    "login "
    "catat mendaftar keliru alamat paling entri keputusan persetujuan data nip";

// The realisasi has a grammar of its own.
bool is_realisasi(const CommandInfo& command) {
    return command.nama == "realisasi" || command.nama == "tambah realisasi";
}

bool only_harmless_words(Tokens tokens) {
    return std::ranges::all_of(tokens, [](const Token& token) {
        return is_filler(token) || is_any_of(token, kBesideActing);
    });
}

// "jangan dibatalkan", "tidak usah diurungkan": the name of the command that is denied, by a
// negation right before it. "tidak usah, batalkan" cancels.
std::optional<std::string_view> cancelling_denied(Tokens tokens) {
    constexpr std::string_view kCancelling = "batal batalkan urungkan";
    constexpr std::string_view kBetween = "usah perlu sampai lagi di";
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!is_any_of(tokens[at], kCancelling)) continue;
        std::size_t before = at;
        while (before > 0 && (tokens[before - 1].has(WordClass::Sopan) ||
                              is_any_of(tokens[before - 1], kBetween))) {
            --before;
        }
        if (before == 0 || !tokens[before - 1].has(WordClass::Ingkar)) continue;
        // In a note or a reason it denies nothing of ours.
        if (!std::ranges::all_of(tokens.first(before), leads_in)) continue;
        return tokens[at].is("urungkan") ? "urungkan" : "batal";
    }
    return std::nullopt;
}

// "2025", "tahun ini", "tahun lalu".
std::optional<int> read_year(Tokens tokens, domain::Tanggal today) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (const auto year = year_of(tokens[at])) return year;
        if (!tokens[at].is("tahun")) continue;
        const std::string_view next = word_at(tokens, at + 1);
        if (next == "ini" || next == "sekarang") return domain::tahun_dari(today);
        if (next == "lalu" || next == "kemarin") return domain::tahun_dari(today) - 1;
        if (next == "depan") return domain::tahun_dari(today) + 1;
    }
    return std::nullopt;
}

std::optional<Command> act(
    const Sentence& sentence, const PhraseMatch& match, Tokens others, const Command& command
) {
    // "salah input, urungkan": a mistake is why, not whether.
    std::vector<Token> guarded;
    for (const Token& token : others) {
        if (!token.is("salah") && !token.is("keliru")) guarded.push_back(token);
    }
    if (const auto reason = reason_not_to_act(guarded)) {
        return TidakBertindak{*reason, std::string(match.command->nama)};
    }
    if (sentence.tainted() || !only_harmless_words(others)) return std::nullopt;
    return command;
}

// Commands of this version that change something and are not decided by numbers.
std::optional<Command> read_acting(
    const Sentence& sentence, const PhraseMatch& match, Tokens others
) {
    const std::string_view nama = match.command->nama;
    if (nama == "urungkan") return act(sentence, match, others, Urungkan{});
    if (nama == "lepas akun") return act(sentence, match, others, LepasAkun{});
    if (nama == "bukan saya") return act(sentence, match, others, BukanSaya{});
    return std::nullopt;
}

std::optional<Command> read_showing(
    const PhraseMatch& match, Tokens tokens, domain::Tanggal today
) {
    const std::string_view nama = match.command->nama;
    const Tokens rest = tokens.subspan(match.end);
    if (nama == "mulai") return Mulai{};
    if (nama == "menu") return Menu{};
    if (nama == "bantuan") return Bantuan{help_topic(rest)};
    if (nama == "profil") return LihatProfil{};
    if (nama == "jadwal" || nama == "batas") return Jadwal{};
    if (nama == "sisa tugas") return SisaTugas{};
    if (nama == "tinjau") return Tinjau{};
    if (nama == "kwitansi") return LihatKwitansi{};
    if (nama == "batal") return Batal{};
    if (nama == "kembali") return Kembali{};
    if (nama == "ulang") return Ulang{};
    if (nama == "cek bot") return CekBot{};
    if (nama != "skp" && nama != "detail skp") return std::nullopt;
    const bool detail = nama == "detail skp" || contains_word(rest, "detail") ||
                        contains_word(rest, "rincian") || contains_word(rest, "lengkap");
    return LihatSkp{read_year(rest, today), detail};
}

// "keberatan, nilai saya tidak sesuai": what the comma introduces is why, not whether.
Tokens before_reason(Tokens tokens, const PhraseMatch& match) {
    if (match.command->nama != "keberatan") return tokens;
    std::size_t at = match.end;
    while (at < tokens.size() && tokens[at].has(WordClass::Sopan)) ++at;
    return is_sign_at(tokens, at, ',') ? tokens.first(at) : tokens;
}

std::optional<Command> command_of(
    const Sentence& sentence, const PhraseMatch& match, const ParseContext& context
) {
    const Tokens tokens = sentence.tokens();
    const CommandInfo& command = *match.command;
    const std::vector<Token> others = outside(before_reason(tokens, match), match);
    if (!command.tersedia()) {
        auto reason = command.menulis() ? reason_not_to_act(others) : std::nullopt;
        if (reason == SebabTidakBertindak::Negasi && asks(tokens.first(structure_end(tokens)))) {
            reason = SebabTidakBertindak::Pertanyaan;  // "ajukan skp tidak ya"
        }
        if (reason == SebabTidakBertindak::Pertanyaan && word_at(tokens, 0) == "bagaimana") {
            return Bantuan{std::string(command.nama)};
        }
        if (reason) return TidakBertindak{*reason, std::string(command.nama)};
        return with_slots(sentence, match, context.hari_ini);
    }
    if (command.nama == "bukti" || command.nama == "hapus bukti") {
        return read_evidence(sentence, match, context);
    }
    if (command.menulis()) return read_acting(sentence, match, others);
    if (left_over(others) > kMostLeftOver) return std::nullopt;
    if (auto shown = read_showing(match, tokens, context.hari_ini)) return shown;
    return with_slots(sentence, match, context.hari_ini);
}

// A web address alone, or among polite words, is evidence.
std::optional<Command> read_bare_link(const Sentence& sentence) {
    const Tokens tokens = sentence.tokens();
    const auto link = std::ranges::find(tokens, TokenKind::Link, &Token::kind);
    const bool alone = link != tokens.end() && std::ranges::all_of(tokens, [](const Token& token) {
                           return token.kind == TokenKind::Link || is_filler(token);
                       });
    if (!alone) return std::nullopt;
    TambahBukti evidence;
    evidence.isi.tautan = sentence.text().substr(link->begin, link->end - link->begin);
    return evidence;
}

}  // namespace

std::optional<Command> read_leading_command(const Sentence& sentence, const ParseContext& context) {
    const Tokens tokens = sentence.tokens();
    if (auto link = read_bare_link(sentence)) return link;
    if (auto help = read_help_question(tokens)) return help;
    if (const auto denied = cancelling_denied(tokens)) {
        return TidakBertindak{SebabTidakBertindak::Negasi, std::string(*denied)};
    }
    const auto match = leading_phrase(tokens);
    if (!match || is_realisasi(*match->command) || means_something_else(tokens, *match) ||
        is_condition_of_another(tokens, *match)) {
        return std::nullopt;
    }
    return command_of(sentence, *match, context);
}

Command read_any_command(const Sentence& sentence, const ParseContext& context) {
    const Tokens tokens = sentence.tokens();
    const auto match = best_phrase(tokens.first(structure_end(tokens)));
    if (match && !is_realisasi(*match->command) && !means_something_else(tokens, *match)) {
        const std::vector<Token> others = outside(tokens, *match);
        const bool digits = std::ranges::any_of(others, &Token::is_digits);
        const bool clear = match->words > 1 || (left_over(others) == 0 && !digits);
        if (clear) {
            if (auto command = command_of(sentence, *match, context)) return *std::move(command);
        }
    }
    return nearest_commands(tokens);
}

}  // namespace bot
