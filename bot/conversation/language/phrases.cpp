#include "bot/conversation/language/phrases.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

struct Phrase {
    std::vector<std::string_view> words;
    const CommandInfo* command = nullptr;
};

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// All phrases of the table by their first word, the longest first.
using Index = std::unordered_map<std::string_view, std::vector<Phrase>>;

Index make_index() {
    Index index;
    for (const CommandInfo& command : command_table()) {
        for (const std::string_view phrase : split(command.sebutan, '|')) {
            std::vector<std::string_view> words = split(phrase, ' ');
            const std::string_view first = words.front();
            index[first].push_back({std::move(words), &command});
        }
    }
    for (auto& [first, phrases] : index) {
        std::ranges::stable_sort(phrases, [](const Phrase& a, const Phrase& b) {
            return a.words.size() > b.words.size();
        });
    }
    return index;
}

// Behind the phrase if it stands here, else 0.
std::size_t end_of(const Phrase& phrase, Tokens tokens, std::size_t at) {
    std::size_t place = at + 1;
    for (std::size_t i = 1; i < phrase.words.size(); ++i) {
        while (place < tokens.size() && tokens[place].word != phrase.words[i] &&
               (tokens[place].has(WordClass::Sopan) || tokens[place].is("yang") ||
                tokens[place].is("ke") || tokens[place].is("dari") || tokens[place].is("sama") ||
                tokens[place].is("lagi") || tokens[place].is("semua") ||
                tokens[place].is("untuk") || tokens[place].is("di") || tokens[place].is_sign('-'))
        ) {
            ++place;
        }
        if (place >= tokens.size() || tokens[place].word != phrase.words[i]) return 0;
        ++place;
    }
    return place;
}

}  // namespace

std::optional<PhraseMatch> match_phrase(Tokens tokens, std::size_t at) {
    static const Index index = make_index();
    if (at >= tokens.size() || !tokens[at].is_word()) return std::nullopt;
    const auto found = index.find(tokens[at].word);
    if (found == index.end()) return std::nullopt;
    for (const Phrase& phrase : found->second) {
        const std::size_t end = end_of(phrase, tokens, at);
        if (end > 0) return PhraseMatch{phrase.command, at, end, phrase.words.size()};
    }
    return std::nullopt;
}

}  // namespace bot
