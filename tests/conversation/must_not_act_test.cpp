#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/language/word_forms.hpp"
#include "bot/conversation/parse.hpp"
#include "tests/conversation/command_text.hpp"
#include "tests/conversation/corpus.hpp"

namespace bot {
namespace {

using std::string_view_literals::operator""sv;

Command understood(std::string_view text, bool is_reply) {
    return parse(text, {.hari_ini = domain::tanggal(2026, 3, 30), .is_reply = is_reply});
}

// What changes anything when it is carried out.
bool acts(const Command& command) {
    if (const auto* record = std::get_if<CatatRealisasi>(&command)) {
        for (const IsiRealisasi& item : record->butir) {
            if (item.nilai || item.ganda) return true;
        }
        return false;
    }
    return std::holds_alternative<Putuskan>(command) ||
           std::holds_alternative<UbahButir>(command) ||
           std::holds_alternative<HapusButir>(command) ||
           std::holds_alternative<Urungkan>(command) ||
           std::holds_alternative<LepasAkun>(command) || std::holds_alternative<BukanSaya>(command);
}

// Every utterance of the corpus that acts.
std::vector<Utterance> acting() {
    std::vector<Utterance> found;
    for (const std::string& group : corpus_groups()) {
        for (Utterance& utterance : read_corpus(group)) {
            if (acts(understood(utterance.text, utterance.is_reply))) {
                found.push_back(std::move(utterance));
            }
        }
    }
    return found;
}

void expect_no_action(const std::string& text, bool is_reply) {
    const Command command = understood(text, is_reply);
    EXPECT_FALSE(acts(command)) << text << " -> " << command_text(command);
}

// In every group, also where two of a hundred may be read otherwise.
TEST(MustNotAct, WhateverTheCorpusExpectsNoActionOf) {
    std::size_t count = 0;
    for (const std::string& group : corpus_groups()) {
        for (const Utterance& utterance : read_corpus(group)) {
            const bool silent = utterance.expected.starts_with("TidakBertindak") ||
                                utterance.expected.starts_with("TidakDipahami") ||
                                utterance.expected.starts_with("TanyaRealisasi");
            if (!silent) continue;
            ++count;
            expect_no_action(utterance.text, utterance.is_reply);
        }
    }
    EXPECT_GE(count, 400U);
}

TEST(MustNotAct, IfNegatedConditionalOrSaidByAnother) {
    for (const std::string_view before :
         {"jangan ",
          "tidak ",
          "belum ",
          "kalau ",
          "jika ",
          "misalnya ",
          "kata Budi ",
          "menurut pak camat ",
          "apakah ",
          "kenapa ",
          "> "}) {
        for (const Utterance& utterance : acting()) {
            if (utterance.text.find('\n') != std::string::npos) continue;
            expect_no_action(std::string(before) + utterance.text, utterance.is_reply);
        }
    }
}

TEST(MustNotAct, IfPutInQuotationMarks) {
    for (const Utterance& utterance : acting()) {
        expect_no_action("\"" + utterance.text + "\"", utterance.is_reply);
        expect_no_action("Beliau menulis “" + utterance.text + "”", utterance.is_reply);
    }
}

TEST(MustNotAct, IfAskedWithAQuestionMark) {
    for (const Utterance& utterance : acting()) {
        // A reason or a source may end with a question mark; "tolong … ?" is a polite request.
        const bool free_text = utterance.expected.find("alasan=") != std::string::npos ||
                               utterance.expected.find("sumber=") != std::string::npos ||
                               utterance.expected.find("keterangan=") != std::string::npos;
        const bool polite = command_text(understood("tolong?", false)).empty() ||
                            utterance.text.find("tol") != std::string::npos ||
                            utterance.text.find("tlg") != std::string::npos ||
                            utterance.text.find("ohon") != std::string::npos ||
                            utterance.text.find("oohn") != std::string::npos;
        if (free_text || polite) continue;
        expect_no_action(utterance.text + "?", utterance.is_reply);
    }
}

TEST(MustNotAct, IfInvisibleOrReorderingCharactersAreInside) {
    for (const std::string_view sign :
         {"\u202e"sv, "\u2066"sv, "\u202a"sv, "\0"sv, "\x01"sv, "\xff"sv, "\xc3("sv, "\u20e3"sv}) {
        for (const Utterance& utterance : acting()) {
            expect_no_action(utterance.text + std::string(sign), utterance.is_reply);
            expect_no_action(std::string(sign) + utterance.text, utterance.is_reply);
        }
    }
}

TEST(MustNotAct, IfADecisionWordHasATypo) {
    const std::string_view words[] = {"setuju", "setujui", "kembalikan", "tolak", "disetujui"};
    for (const std::string_view word : words) {
        for (std::size_t at = 0; at < word.size(); ++at) {
            std::string missing(word);
            missing.erase(at, 1);
            std::string doubled(word);
            doubled.insert(at, 1, word[at]);
            std::string wrong(word);
            wrong[at] = wrong[at] == 'x' ? 'z' : 'x';
            std::string exchanged(word);
            if (at > 0) std::swap(exchanged[at], exchanged[at - 1]);
            for (const std::string& typo : {missing, doubled, wrong, exchanged}) {
                if (is_decision_word(typo)) continue;
                expect_no_action(typo, /*is_reply=*/true);
                expect_no_action(typo + " 1,3", /*is_reply=*/false);
                expect_no_action(typo + " semua", /*is_reply=*/false);
                expect_no_action("1 " + typo, /*is_reply=*/false);
            }
        }
    }
}

TEST(Meaning, DoesNotHangOnCaseOrBlanks) {
    const auto same = [](const Utterance& utterance, const std::string& changed) {
        const auto lower = [](std::string text) {
            for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            return text;
        };
        const Command plain = understood(utterance.text, utterance.is_reply);
        const Command other = understood(changed, utterance.is_reply);
        EXPECT_EQ(lower(command_text(other)), lower(command_text(plain))) << changed;
    };
    for (const std::string& group : corpus_groups()) {
        for (const Utterance& utterance : read_corpus(group)) {
            std::string upper = utterance.text;
            for (char& c : upper) {
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
            }
            const bool has_code = utterance.text.find("token") != std::string::npos ||
                                  utterance.expected.find("token=") != std::string::npos;
            if (!has_code) same(utterance, upper);
            same(utterance, "  " + utterance.text + " \n");
        }
    }
}

RC_GTEST_PROP(AnyBytes, AreAnswered, (std::string text)) {
    RC_ASSERT(!command_text(understood(text, /*is_reply=*/true)).empty());
}

RC_GTEST_PROP(AnyBytes, AreAnsweredAroundACommand, (std::string before, std::string after)) {
    const auto command = *rc::gen::element<std::string>(
        "setujui 1",
        "rhk 1 3 laporan",
        "kembalikan 2: foto",
        "4 jadi 15",
        "hapus 2",
        "nip",
        "harian kemarin: ",
        "R-7K2FQ9",
        "plh siti 1-3 mei"
    );

    RC_ASSERT(!command_text(understood(before + command + after, false)).empty());
}

TEST(AnyBytes, AreAnsweredUpToTheLongestMessage) {
    constexpr std::size_t kCharacters = 4096;
    for (const std::string_view part :
         {"a",
          "1",
          "1,",
          "1.",
          "-",
          "\n",
          ";",
          "rhk 1 ",
          "rhk 1 3 laporan\n",
          "setujui 1, ",
          "setujui semua kecuali ",
          "kembalikan 2: ",
          "dua ",
          "satu juta ",
          "1/2 ",
          "\u202e",
          "\u200b",
          "😀",
          "ж",
          "界",
          "é",
          "yang ",
          "sumber ",
          "3-",
          "senin ",
          "jangan ",
          "laporan2",
          "la-la-",
          "/",
          "\"",
          "> ",
          "https://",
          "s.d. ",
          "R-",
          "setujuuuu ",
          "oooooooo"}) {
        std::string text;
        for (std::size_t i = 0; i < kCharacters; ++i) text += part;
        text.resize(std::min(text.size(), std::size_t{4} * kCharacters));

        EXPECT_FALSE(command_text(understood(text, /*is_reply=*/true)).empty()) << part;
        EXPECT_FALSE(command_text(understood(text.substr(0, kCharacters), false)).empty()) << part;
    }
}

}  // namespace
}  // namespace bot
