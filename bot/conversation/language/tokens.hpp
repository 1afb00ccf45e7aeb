#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/language/folding.hpp"
#include "bot/conversation/language/lexicon.hpp"

namespace bot {

enum class TokenKind : std::uint8_t { Word, Digits, Sign, Link };

// One word, one run of digits, one sign (a line break is the sign '\n') or one web address.
// `word` points into the sentence or into the lexicon.
struct Token {
    TokenKind kind = TokenKind::Word;
    bool glued = false;               // no blank before it
    bool corrected = false;           // a typo was repaired, or a letter repeated for emphasis
    bool resembles_decision = false;  // almost a word that approves or refuses, but not quite
    std::uint32_t begin = 0;          // bytes of the text as written
    std::uint32_t end = 0;
    WordClasses classes = 0;
    std::string_view word;  // in the spelling of the lexicon; digits and signs as they are

    [[nodiscard]] bool is(std::string_view text) const { return word == text; }
    [[nodiscard]] bool is_sign(char sign) const {
        return kind == TokenKind::Sign && word.front() == sign;
    }
    [[nodiscard]] bool is_digits() const { return kind == TokenKind::Digits; }
    [[nodiscard]] bool is_word() const { return kind == TokenKind::Word; }
    [[nodiscard]] bool has(WordClass wanted) const { return (classes & bit(wanted)) != 0; }
    // A word outside the vocabulary: a name, a foreign word, a description.
    [[nodiscard]] bool unknown() const { return is_word() && classes == 0; }
};

using Tokens = std::span<const Token>;

// A message taken apart. Keeps what its tokens point into, so it can be neither copied nor moved.
// For one thread.
class Sentence {
public:
    explicit Sentence(std::string_view text);
    Sentence(const Sentence&) = delete;
    Sentence& operator=(const Sentence&) = delete;

    [[nodiscard]] Tokens tokens() const { return tokens_; }
    [[nodiscard]] bool tainted() const { return folded_.tainted; }

    // The text of these tokens as written; nothing for no tokens.
    [[nodiscard]] std::string_view written(Tokens part) const;

    // All that was written from this byte on, up to `end`, without blanks around it.
    [[nodiscard]] std::string_view written(std::size_t begin, std::size_t end) const;

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] const Folded& folded() const { return folded_; }

private:
    [[nodiscard]] Token token(TokenKind kind, std::size_t begin, std::size_t end) const;
    void add_word(std::size_t begin, std::size_t end);
    void add_simple(TokenKind kind, std::size_t begin, std::size_t end);
    // "laporan-laporan" is one word. True if `added` only repeated the word before it.
    bool merge_repetition(const Token& added);

    std::string_view text_;
    Folded folded_;
    std::vector<Token> tokens_;
};

}  // namespace bot
