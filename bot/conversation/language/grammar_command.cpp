#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/language/command_slots.hpp"
#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/phrases.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// So many words that mean nothing to us may stand beside the name of a command that only shows.
constexpr std::size_t kMostLeftOver = 2;

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
    return std::ranges::find(words, word) != std::end(words);
}

constexpr std::string_view kHelpWords[] = {
    "dimaksud",
    "penjelasan",
    "jelaskan",
    "cara",
    "contoh",
    "format",
    "langkah",
    "prosedur",
    "maksud",
    "arti",
    "fungsi",
    "tutorial",
    "panduan",
    "petunjuk"};

// The realisasi has a grammar of its own.
bool is_realisasi(const CommandInfo& command) {
    return command.nama == "realisasi" || command.nama == "tambah realisasi";
}

// May stand in front of a command's name.
bool leads_in(const Token& token) {
    return is_filler(token) || token.has(WordClass::Lihat) || token.has(WordClass::Tanya) ||
           token.is("untuk") || token.is("yang") || token.is_sign('/') || token.is_sign('@') ||
           token.is("perlu") || token.is("lagi") || token.is("ke") || token.is("ada") ||
           token.has(WordClass::Waktu) || token.has(WordClass::Ingkar) ||
           token.has(WordClass::Andai);
}

std::optional<PhraseMatch> leading_phrase(Tokens tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (auto match = match_phrase(tokens, at)) return match;
        if (!leads_in(tokens[at])) return std::nullopt;
    }
    return std::nullopt;
}

// The longest phrase anywhere in the structure; the earliest of equals.
std::optional<PhraseMatch> best_phrase(Tokens tokens) {
    std::optional<PhraseMatch> best;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto match = match_phrase(tokens, at);
        if (match && (!best || match->words > best->words)) best = match;
    }
    return best;
}

// The tokens of the structure that are not the phrase itself.
std::vector<Token> outside(Tokens tokens, const PhraseMatch& match) {
    std::vector<Token> others;
    const std::size_t end = std::max(match.end, structure_end(tokens));
    for (std::size_t i = 0; i < end; ++i) {
        if (i < match.begin || i >= match.end) others.push_back(tokens[i]);
    }
    return others;
}

// Words that are neither politeness nor anything the lexicon knows to be harmless beside a command.
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

constexpr std::string_view kNoTopics[] = {"bantuan", "bingung", "paham", "mengerti", "fitur"};

std::string help_topic(Tokens rest) {
    for (std::size_t words = 5; words > 0; --words) {
        for (std::size_t at = 0; at < rest.size(); ++at) {
            const auto match = match_phrase(rest, at);
            const bool fits = match && match->words == words && match->command->nama != "bantuan";
            if (fits) return std::string(match->command->nama);
        }
    }
    std::string topic;
    for (const Token& token : rest) {
        if (token.is("lapor") || token.is("catat") || token.is("input")) return "realisasi";
        if (token.has(WordClass::Setuju) || token.has(WordClass::Tolak)) {
            return token.has(WordClass::Setuju) ? "setujui" : "kembalikan";
        }
        const bool content = token.is_word() && !token.has(WordClass::Sopan) &&
                             !token.has(WordClass::Tanya) && !token.has(WordClass::Depan) &&
                             !is_one_of(kHelpWords, token.word) && !token.is("bot") &&
                             !token.is("lakukan") && !token.has(WordClass::Ingkar) &&
                             !is_one_of(kNoTopics, token.word) && !token.is("pakai") &&
                             !token.is("gunakan") && !token.is("mengisi") && !token.is("isi");
        if (!content || topic.size() > 40) continue;
        if (!topic.empty()) topic += ' ';
        topic += token.word;
    }
    return topic;
}

// "bagaimana cara isi realisasi", "contoh rencana aksi", "apa itu rhk", "skp itu apa".
std::optional<Command> read_help_question(Tokens tokens) {
    const bool numbers = std::ranges::any_of(tokens, &Token::is_digits);
    if (numbers || tokens.size() < 2) return std::nullopt;
    bool asked = false;
    for (std::size_t at = 0; at < tokens.size() && !asked; ++at) {
        if (is_one_of(kHelpWords, tokens[at].word))
            asked = true;
        else if (!leads_in(tokens[at]))
            break;
    }
    const bool what_is = word_at(tokens, 0) == "apa" && word_at(tokens, 1) == "itu";
    std::size_t last = tokens.size();
    while (last > 0 && (is_sign_at(tokens, last - 1, '?') ||
                        (is_filler(tokens[last - 1]) && !tokens[last - 1].is("itu")))) {
        --last;
    }
    const bool is_what = last >= 3 && tokens[last - 1].is("apa") && tokens[last - 2].is("itu");
    if (!asked && !what_is && !is_what) return std::nullopt;
    const std::size_t from = what_is ? 2 : 0;
    const std::size_t to = is_what ? last - 2 : last;
    return Bantuan{help_topic(tokens.subspan(from, to - from))};
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

// Words that may stand beside "urungkan", "lepas akun" and their kin.
bool only_harmless_words(Tokens tokens) {
    constexpr std::string_view kBeside[] = {
        "urungkan",  "batalkan",    "hapus",     "tolong", "terakhir", "catatan",  "perubahan",
        "realisasi", "input",       "tadi",      "itu",    "yang",     "barusan",  "akun",
        "nomor",     "dari",        "chat",      "bot",    "telegram", "whatsapp", "salah",
        "ketik",     "tekan",       "pencet",    "hp",     "ganti",    "masuk",    "daftar",
        "login",     "catat",       "mendaftar", "keliru", "alamat",   "paling",   "entri",
        "keputusan", "persetujuan", "data",      "nip"};
    return std::ranges::all_of(tokens, [&](const Token& token) {
        return is_filler(token) || is_one_of(kBeside, token.word) || token.is_sign('/');
    });
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

Command read_showing(const PhraseMatch& match, Tokens tokens, domain::Tanggal today) {
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
    const bool detail = nama == "detail skp" || contains_word(rest, "detail") ||
                        contains_word(rest, "rincian") || contains_word(rest, "lengkap");
    return LihatSkp{read_year(rest, today), detail};
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

bool is_time_word(const Token& token) {
    return is_filler(token) || token.is_digits() || token.has(WordClass::Waktu) ||
           token.has(WordClass::Bilangan) || token.is("ingatkan") || token.is("tunda");
}

// Whether the name of a command is used in another sense.
bool means_something_else(Tokens tokens, const PhraseMatch& match) {
    const Tokens rest = tokens.subspan(match.end);
    const std::string_view nama = match.command->nama;
    const bool decides = std::ranges::any_of(rest, [](const Token& token) {
        return token.has(WordClass::Setuju) || token.has(WordClass::Tolak);
    });
    const bool number_follows =
        !rest.empty() && (rest[0].is_digits() || rest[0].has(WordClass::Bilangan));
    if (nama == "nilai" && match.words == 1) return number_follows;
    const bool names_rhk = tokens[match.end - 1].is("rhk") || tokens[match.begin].is("rencana");
    if (nama == "skp" && names_rhk) {
        return !std::ranges::all_of(rest, [](const Token& token) {
            return is_filler(token) || token.has(WordClass::Tanya) || token.is_sign('?') ||
                   token.is("ada");
        });
    }
    const bool has_digits = std::ranges::any_of(rest, &Token::is_digits);
    if (nama == "tambah rhk") return gives_value(rest);
    if (nama == "mulai" && !rest.empty()) return rest[0].has(WordClass::Waktu) || has_digits;
    if (nama == "tinjau" && tokens[match.end - 1].has(WordClass::Setuju)) return has_digits;
    if (nama == "bantuan" && contains_word(rest, "rhk")) {
        return std::ranges::any_of(rest, &Token::is_digits);
    }
    if (contains_class(rest, WordClass::Kutip) && decides) return true;
    if (nama == "tunda" && tokens[match.begin].is("nanti")) {
        return match.begin > 0 || !std::ranges::all_of(rest, is_time_word);
    }
    if (nama == "batal" || nama == "kembali" || nama == "ulang") {
        return decides || left_over(rest) > 1;
    }
    return false;
}

// "jika bukti lengkap rhk 1 3 laporan": the command stands in a condition for something else.
bool is_condition_of_another(Tokens tokens, const PhraseMatch& match) {
    if (!contains_class(tokens.first(match.begin), WordClass::Andai)) return false;
    const Tokens rest = tokens.subspan(match.end);
    return std::ranges::any_of(rest, [](const Token& token) {
        return token.is("rhk") || token.has(WordClass::Setuju) || token.has(WordClass::Tolak);
    });
}

std::optional<Command> command_of(
    const Sentence& sentence, const PhraseMatch& match, const ParseContext& context
) {
    const Tokens tokens = sentence.tokens();
    const CommandInfo& command = *match.command;
    const std::vector<Token> others = outside(tokens, match);
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
    if (command.menulis()) return read_acting(sentence, match, others);
    if (left_over(others) > kMostLeftOver) return std::nullopt;
    return read_showing(match, tokens, context.hari_ini);
}

}  // namespace

std::optional<Command> read_leading_command(const Sentence& sentence, const ParseContext& context) {
    const Tokens tokens = sentence.tokens();
    if (auto help = read_help_question(tokens)) return help;
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
