#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "bot/conversation/language/tokens.hpp"

namespace bot {

// Small questions that every part of the grammar asks about a row of tokens.

// The word at a place; empty behind the end.
inline std::string_view word_at(Tokens tokens, std::size_t at) {
    return at < tokens.size() ? tokens[at].word : std::string_view{};
}

inline bool is_sign_at(Tokens tokens, std::size_t at, char sign) {
    return at < tokens.size() && tokens[at].is_sign(sign);
}

inline bool contains_word(Tokens tokens, std::string_view word) {
    for (const Token& token : tokens) {
        if (token.is_word() && token.word == word) return true;
    }
    return false;
}

inline bool contains_class(Tokens tokens, WordClass word_class) {
    for (const Token& token : tokens) {
        if (token.has(word_class)) return true;
    }
    return false;
}

// True if the word is one of `words`, which are separated by single blanks.
inline bool is_any_of(const Token& token, std::string_view words) {
    if (!token.is_word()) return false;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == token.word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

// The place of the first such sign; the size if there is none.
inline std::size_t find_sign(Tokens tokens, char sign, std::size_t from = 0) {
    while (from < tokens.size() && !tokens[from].is_sign(sign)) ++from;
    return from;
}

// A sign that only parts or adorns: it can be left out without changing what is meant.
inline bool is_ornament(const Token& token) {
    if (token.kind != TokenKind::Sign) return false;
    return std::string_view(".,!;:*()[]\n-=|/").find(token.word.front()) != std::string_view::npos;
}

// A word of politeness, or an ornament.
inline bool is_filler(const Token& token) {
    return token.has(WordClass::Sopan) || is_ornament(token);
}

}  // namespace bot
