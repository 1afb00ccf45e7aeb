#include "bot/conversation/language/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "bot/conversation/language/word_forms.hpp"

namespace bot {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || c == kForeignLetter;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The bytes of the word that starts here; an apostrophe between letters belongs to it.
std::size_t word_length(std::string_view rest) {
    std::size_t length = 0;
    while (length < rest.size()) {
        const bool apostrophe = rest[length] == '\'' && length > 0 && length + 1 < rest.size() &&
                                is_letter(rest[length + 1]);
        if (!is_letter(rest[length]) && !apostrophe) break;
        ++length;
    }
    return length;
}

std::size_t digits_length(std::string_view rest) {
    const auto end = std::ranges::find_if_not(rest, is_digit);
    return static_cast<std::size_t>(end - rest.begin());
}

// The bytes of the web address that starts here: "https://…", "www.…", "bit.ly/…"; 0 if none does.
std::size_t link_length(std::string_view rest) {
    std::string_view run = rest.substr(0, rest.find_first_of(" \n"));
    while (!run.empty() && std::string_view(".,;:)\"'!?").find(run.back()) != run.npos) {
        run.remove_suffix(1);
    }
    if (run.starts_with("http://") || run.starts_with("https://") || run.starts_with("www.")) {
        return run.size();
    }
    const std::string_view host = run.substr(0, run.find('/'));
    const std::size_t dot = host.find('.');
    const bool is_host = host.size() < run.size() && dot != host.npos && dot + 1 < host.size() &&
                         is_letter(host[0]) && is_letter(host[dot + 1]) &&
                         std::ranges::all_of(host, [](char c) {
                             return is_letter(c) || is_digit(c) || c == '.' || c == '-';
                         });
    // "s.d./…" and "s/d" are abbreviations, not hosts.
    return is_host && host.size() >= 4 ? run.size() : 0;
}

bool is_command_sign(char c) {
    return is_letter(c) || is_digit(c) || c == '_';
}

// The bytes of "/detail_skp" at the start; 0 if the text does not begin so.
std::size_t slash_command_length(std::string_view text) {
    if (!text.starts_with('/')) return 0;
    const auto end = std::ranges::find_if_not(text.substr(1), is_command_sign);
    return static_cast<std::size_t>(end - text.substr(1).begin()) + 1;
}

// "@skp_bot" behind a slash command.
std::size_t bot_name_length(std::string_view rest) {
    const auto end = std::ranges::find_if_not(rest.substr(1), is_command_sign);
    return static_cast<std::size_t>(end - rest.substr(1).begin()) + 1;
}

}  // namespace

Sentence::Sentence(std::string_view text) : text_(text), folded_(fold(text)) {
    const std::string_view all = folded_.text;
    tokens_.reserve(all.size() / 4 + 8);
    for (std::size_t at = 0; at < all.size();) {
        const std::string_view rest = all.substr(at);
        if (rest[0] == ' ' || rest[0] == '_' || rest[0] == kEmoji) {
            ++at;
            continue;
        }
        std::size_t length = 1;
        if (rest[0] == '@' && at == slash_command_length(all)) {
            at += bot_name_length(rest);
            continue;
        }
        if (const std::size_t link = is_letter(rest[0]) ? link_length(rest) : 0; link > 0) {
            length = link;
            add_simple(TokenKind::Link, at, at + length);
        } else if (is_letter(rest[0])) {
            length = word_length(rest);
            add_word(at, at + length);
        } else if (is_digit(rest[0])) {
            length = digits_length(rest);
            add_simple(TokenKind::Digits, at, at + length);
        } else {
            add_simple(TokenKind::Sign, at, at + 1);
        }
        at += length;
    }
}

Token Sentence::token(TokenKind kind, std::size_t begin, std::size_t end) const {
    Token made;
    made.kind = kind;
    made.begin = folded_.origin[begin];
    made.end = folded_.origin[end];
    made.glued = begin > 0 && folded_.text[begin - 1] != ' ' && folded_.text[begin - 1] != '_' &&
                 folded_.text[begin - 1] != kEmoji && folded_.text[begin - 1] != '\n';
    made.word = std::string_view(folded_.text).substr(begin, end - begin);
    return made;
}

void Sentence::add_simple(TokenKind kind, std::size_t begin, std::size_t end) {
    const Token added = token(kind, begin, end);
    if (kind == TokenKind::Digits && added.glued && !tokens_.empty() && tokens_.back().is_word()) {
        Token& before = tokens_.back();
        if (before.has(WordClass::Setuju) || before.has(WordClass::Tolak)) {
            before.resembles_decision = true;  // "setujui2": twice, or number 2
        }
        const char next = end < folded_.text.size() ? folded_.text[end] : ' ';
        const bool plural = added.word == "2" && !before.has(WordClass::Penomor) &&
                            before.end - before.begin >= 3 && next != '.' && next != ',' &&
                            next != '/';
        if (plural) {
            before.end = added.end;
            return;
        }
    }
    tokens_.push_back(added);
}

void Sentence::add_word(std::size_t begin, std::size_t end) {
    Token plain = token(TokenKind::Word, begin, end);
    if (plain.glued && !tokens_.empty() && tokens_.back().is_digits()) {
        plain.resembles_decision = is_decision_word(plain.word);
    }
    const WordForms forms = word_forms(plain.word);
    for (std::size_t i = 0; i < forms.count; ++i) {
        Token added = plain;
        added.word = forms.words[i].word;
        added.classes = forms.words[i].classes;
        added.corrected = forms.corrected;
        added.resembles_decision |= forms.resembles_decision;
        added.glued = plain.glued && i == 0;
        if (!merge_repetition(added)) tokens_.push_back(added);
    }
}

bool Sentence::merge_repetition(const Token& added) {
    if (!added.glued || tokens_.size() < 2 || !tokens_.back().is_sign('-')) return false;
    Token& first = tokens_[tokens_.size() - 2];
    if (!tokens_.back().glued || !first.is_word() || first.word != added.word) return false;
    if (first.has(WordClass::Bilangan)) return false;  // "satu-satu" is no plural
    first.end = added.end;
    tokens_.pop_back();
    return true;
}

std::string_view Sentence::written(Tokens part) const {
    if (part.empty()) return {};
    return written(part.front().begin, part.back().end);
}

std::string_view Sentence::written(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    end = std::clamp(end, begin, text_.size());
    while (begin < end && std::string_view(" \t\r\n").find(text_[begin]) != std::string_view::npos
    ) {
        ++begin;
    }
    while (end > begin && std::string_view(" \t\r\n").find(text_[end - 1]) != std::string_view::npos
    ) {
        --end;
    }
    return text_.substr(begin, end - begin);
}

}  // namespace bot
