#include "bot/conversation/language/lexicon.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/command_table.hpp"
#include "bot/conversation/language/word_forms.hpp"

namespace bot {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(at), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

TEST(Lexicon, HoldsAtLeastSixHundredChatSpellings) {
    EXPECT_GE(spellings().size(), 600U);
}

TEST(Lexicon, MapsEverySpellingToKnownWords) {
    for (const Spelling& spelling : spellings()) {
        ASSERT_FALSE(spelling.meant.empty()) << spelling.written;
        for (const std::string_view word : split(spelling.meant, " ")) {
            EXPECT_NE(find_word(word), nullptr) << spelling.written << " means " << word;
        }
    }
}

TEST(Lexicon, NeverSpellsAVocabularyWordOtherwise) {
    for (const Spelling& spelling : spellings()) {
        EXPECT_EQ(find_word(spelling.written), nullptr) << spelling.written;
    }
}

TEST(Lexicon, IsSortedAndHoldsEachWordOnce) {
    const auto rising = [](const auto& a, const auto& b) { return !(a < b); };

    EXPECT_EQ(
        std::ranges::adjacent_find(vocabulary(), rising, &VocabularyWord::word), vocabulary().end()
    );
    EXPECT_EQ(
        std::ranges::adjacent_find(spellings(), rising, &Spelling::written), spellings().end()
    );
}

TEST(Lexicon, KnowsEveryWordOfTheCommandTable) {
    for (const CommandInfo& command : command_table()) {
        for (const std::string_view word : split(command.sebutan, "| ")) {
            EXPECT_NE(find_word(word), nullptr) << command.nama << ": " << word;
        }
    }
}

struct Form {
    std::string_view written;
    std::string_view word;
};

TEST(WordForms, ReadsSpellingsEndingsPrefixesAndTypos) {
    const std::vector<Form> forms = {
        {"lap", "laporan"},
        {"realisasinya", "realisasi"},
        {"sdh", "sudah"},
        {"jadwalkah", "jadwal"},
        {"meninjau", "tinjau"},
        {"dicatatkan", "catat"},
        {"menampilkan", "tampilkan"},
        {"toloooong", "tolong"},
        {"brks", "berkas"},
        {"lapoarn", "laporan"},
        {"laporam", "laporan"},
        {"laporann", "laporan"},
        {"kegaitan", "kegiatan"},
        {"jum'at", "jumat"},
    };
    for (const Form& form : forms) {
        EXPECT_EQ(word_forms(form.written).words[0].word, form.word) << form.written;
    }
}

TEST(WordForms, LeavesNamesAndShortWordsAlone) {
    for (const std::string_view word : {"siti", "budi", "santoso", "rhx", "aminah", "sukamaju"}) {
        const WordForms forms = word_forms(word);

        EXPECT_EQ(forms.words[0].word, word);
        EXPECT_EQ(forms.words[0].classes, 0U) << word;
    }
}

TEST(WordForms, NeverCorrectsADecision) {
    for (const std::string_view word :
         {"setujuu",
          "setjui",
          "stuju",
          "setujuuuu",
          "accc",
          "kembalikn",
          "tolka",
          "aprove",
          "seutju",
          "disetuju",
          "kmblkan"}) {
        const WordForms forms = word_forms(word);

        EXPECT_TRUE(forms.resembles_decision) << word;
        EXPECT_EQ(forms.words[0].classes, 0U) << word;
    }
}

}  // namespace
}  // namespace bot
