#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/conversation/language/decision_reader.hpp"
#include "bot/conversation/language/decision_words.hpp"
#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/item_numbers.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

std::string name_of(Tokens tokens) {
    for (const Token& token : tokens) {
        if (token.has(WordClass::Setuju)) return "setujui";
        if (token.has(WordClass::Tolak)) return "kembalikan";
        if (!token.resembles_decision) continue;
        return token.word.front() == 'k' || token.word.front() == 't' ? "kembalikan" : "setujui";
    }
    return "setujui";
}

constexpr std::string_view kBesideAssent =
    "pak bapak bu ibu mas mbak kak bang bos min saya baik siap sip deh dong nih saja aja lah "
    "terima "
    "kasih silakan ndan komandan alhamdulillah itu ini mantap";

// "ok", "ya pak", "oke, terima kasih" in a reply.
bool is_bare_assent(Tokens tokens) {
    bool assents = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const Token& token = tokens[at];
        const bool beside = is_any_of(token, kBesideAssent) || is_softener(tokens, at);
        if (is_assent(token) && !beside) {
            assents = true;
        } else if (!beside && !is_ornament(token)) {
            return false;  // "ya sudah", "ok nanti"
        }
    }
    return assents;
}

// The word that decides stands where a decision begins: first, or behind numbers or "semua".
bool leads(Tokens tokens, bool (*wanted)(const Token&)) {
    for (std::size_t at = 0; at < tokens.size();) {
        if (wanted(tokens[at])) return true;
        const auto numbers = read_item_numbers(tokens, at);
        if (numbers) {
            at += numbers->count;
        } else if (is_filler(tokens[at]) || is_all(tokens[at])) {
            ++at;
        } else {
            return false;
        }
    }
    return false;
}

// A decision word anywhere in a sentence about deciding: "jangan setujui 2", "kata Budi acc semua".
bool speaks_of_deciding(Tokens tokens) {
    std::size_t colon = find_sign(tokens, ':');
    const Tokens head = tokens.first(colon);
    // "contoh: setujui 1", "pesan pak kadis: setujui semua"
    const bool introduces =
        contains_class(head, WordClass::Andai) || contains_class(head, WordClass::Kutip);
    if (introduces) colon = tokens.size();
    return std::ranges::any_of(tokens.subspan(0, colon), is_decision);
}

std::optional<Command> refusal_to_act(Tokens structure, Tokens all) {
    if (const auto reason = reason_not_to_act(structure)) {
        return TidakBertindak{*reason, name_of(all)};
    }
    // "nanti saya setujui", "besok saya acc"
    const bool later = std::ranges::any_of(structure, [](const Token& token) {
        return is_any_of(token, "nanti besok lusa");
    });
    if (later) return TidakBertindak{SebabTidakBertindak::Pengandaian, name_of(all)};
    return std::nullopt;
}

Command not_understood(Tokens tokens) {
    return TidakDipahami{.terdekat = {name_of(tokens), "tinjau", "bantuan"}, .nanti = ""};
}

// "tadi sudah saya setujui" tells, "mohon disetujui" begs: neither decides.
bool tells_or_begs(Tokens structure, const Putuskan& decided) {
    const auto says = [structure](std::string_view words) {
        return std::ranges::any_of(structure, [words](const Token& token) {
            return is_any_of(token, words);
        });
    };
    const Putusan& first = decided.putusan.front();
    const bool bare = first.nomor.empty() && !first.semua;
    const bool approves = first.keputusan == Keputusan::Setujui;
    constexpr std::string_view kPast = "sudah telah tadi barusan pernah";
    constexpr std::string_view kBegging =
        "mohon tolong minta dimohon bisa boleh dapat coba ingin hendak mau dulu bantu";
    return says(kPast) || (bare && approves && says(kBegging));
}

bool is_misspelt(const Token& token) {
    return token.resembles_decision;
}

}  // namespace

std::optional<Command> read_decision(const Sentence& sentence, const ParseContext& context) {
    const Tokens tokens = sentence.tokens();
    if (context.is_reply && is_bare_assent(tokens) && !sentence.tainted()) {
        const bool repeated = std::ranges::any_of(tokens, [](const Token& token) {
            return token.corrected && is_assent(token);
        });
        if (repeated) return TidakBertindak{SebabTidakBertindak::SalahKetikPutusan, "setujui"};
        return Putuskan{{Putusan{}}};
    }
    if (leads(tokens, is_misspelt)) {
        return TidakBertindak{SebabTidakBertindak::SalahKetikPutusan, name_of(tokens)};
    }
    if (!speaks_of_deciding(tokens)) return std::nullopt;
    auto [decided, structure] = read_clauses(sentence);
    if (decided && !reason_not_to_act(structure)) {
        if (sentence.tainted() || tells_or_begs(structure, *decided)) return not_understood(tokens);
        const bool misspelt = std::ranges::any_of(structure, [](const Token& token) {
            return token.corrected || token.resembles_decision;
        });
        if (misspelt) {
            return TidakBertindak{SebabTidakBertindak::SalahKetikPutusan, name_of(tokens)};
        }
        return *std::move(decided);
    }
    if (auto refusal = refusal_to_act(structure, tokens)) return refusal;
    if (leads(tokens, is_decision)) return not_understood(tokens);
    return std::nullopt;
}

}  // namespace bot
