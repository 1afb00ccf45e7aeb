#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "bot/conversation/language/lexicon.hpp"

namespace bot {

// The vocabulary words that one written word stands for.
struct WordForms {
    std::array<VocabularyWord, 4> words{};
    std::size_t count = 0;
    bool corrected = false;
    bool resembles_decision = false;  // nearly a word that approves or refuses: never corrected
};

// Reads one word of a folded text: the vocabulary, then chat spelling, then the endings -nya, -lah,
// -kah, -ku, -mu, -pun, then number words written together, then
// letters repeated for emphasis, then one typo. A word that is none of
// these comes back as it is, without classes. Points into the lexicon, or into `written`.
WordForms word_forms(std::string_view written);

// True for a word that approves or refuses, in any accepted spelling.
bool is_decision_word(std::string_view written);

}  // namespace bot
