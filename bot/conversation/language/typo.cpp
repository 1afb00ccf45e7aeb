#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "bot/conversation/language/lexicon.hpp"

namespace bot {
namespace {

constexpr std::size_t kShortest = 5;
constexpr std::size_t kLongest = 24;

// The kinds of one typo (Damerau-Levenshtein distance of exactly 1), the likeliest first.
enum class Typo { Exchanged, LetterMissing, LetterWrong, LetterTooMany, None };

// What was done to `known` so that `written` came out.
Typo typo_between(std::string_view written, std::string_view known) {
    const auto begin = std::ranges::mismatch(written, known);
    const std::string_view rest(begin.in1, written.end());
    const std::string_view meant(begin.in2, known.end());
    if (written.size() + 1 == known.size()) {
        return rest == meant.substr(1) ? Typo::LetterMissing : Typo::None;
    }
    if (written.size() == known.size() + 1) {
        return rest.substr(1) == meant ? Typo::LetterTooMany : Typo::None;
    }
    if (written.size() != known.size() || rest.empty()) return Typo::None;
    const bool exchanged = rest.size() >= 2 && rest[0] == meant[1] && rest[1] == meant[0] &&
                           rest.substr(2) == meant.substr(2);
    if (exchanged) return Typo::Exchanged;
    return rest.substr(1) == meant.substr(1) ? Typo::LetterWrong : Typo::None;
}

// FNV-1a over a word without the letter at `left_out` (its size: the whole word).
std::uint64_t hash_without(std::string_view word, std::size_t left_out) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i == left_out) continue;
        hash = (hash ^ static_cast<unsigned char>(word[i])) * 1099511628211ULL;
    }
    return hash;
}

// Finds neighbours without trying every word: two words one typo apart share a form with at most
// one letter left out of each.
class Neighbours {
public:
    Neighbours() {
        for (const VocabularyWord& word : vocabulary()) {
            if (word.word.size() < kShortest) continue;
            for (std::size_t i = 0; i <= word.word.size(); ++i) {
                forms_.emplace(hash_without(word.word, i), &word);
            }
        }
    }

    // The word of the likeliest typo; nothing if two words are equally near.
    [[nodiscard]] const VocabularyWord* nearest(std::string_view text) const {
        const VocabularyWord* found = nullptr;
        Typo best = Typo::None;
        bool tied = false;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            const auto [first, last] = forms_.equal_range(hash_without(text, i));
            for (auto it = first; it != last; ++it) {
                const Typo typo = typo_between(text, it->second->word);
                if (it->second == found || typo > best || typo == Typo::None) continue;
                tied = typo == best;
                best = typo;
                found = it->second;
            }
        }
        return tied ? nullptr : found;
    }

private:
    std::unordered_multimap<std::uint64_t, const VocabularyWord*> forms_;
};

}  // namespace

const VocabularyWord* find_typo(std::string_view word) {
    static const Neighbours neighbours;
    if (word.size() < kShortest || word.size() > kLongest) return nullptr;
    return neighbours.nearest(word);
}

bool nearly_decides(std::string_view word) {
    constexpr WordClasses kDecision = bit(WordClass::Setuju) | bit(WordClass::Tolak);
    static const std::vector<std::string_view> decisions = [] {
        std::vector<std::string_view> found;
        const auto decides = [](std::string_view text) {
            const VocabularyWord* known = find_word(text);
            return known != nullptr && (known->classes & kDecision) != 0;
        };
        for (const VocabularyWord& known : vocabulary()) {
            if (known.word.size() >= kShortest && decides(known.word)) found.push_back(known.word);
        }
        for (const Spelling& spelling : spellings()) {
            const bool long_enough = spelling.written.size() >= kShortest;
            if (long_enough && decides(spelling.meant)) found.push_back(spelling.written);
        }
        return found;
    }();
    return std::ranges::any_of(decisions, [word](std::string_view known) {
        if (word.empty() || word.front() != known.front()) return false;
        const bool same_letters = word.size() == known.size() && word != known &&
                                  std::ranges::is_permutation(word, known);
        return same_letters || typo_between(word, known) != Typo::None;
    });
}

namespace {

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// FNV-1a over the consonants.
std::uint64_t skeleton(std::string_view word) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : word) {
        if (!is_vowel(c)) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return hash;
}

bool is_subsequence(std::string_view part, std::string_view whole) {
    for (const char c : whole) {
        if (!part.empty() && part.front() == c) part.remove_prefix(1);
    }
    return part.empty();
}

}  // namespace

const VocabularyWord* find_shortened(std::string_view word) {
    static const auto skeletons = [] {
        std::unordered_multimap<std::uint64_t, const VocabularyWord*> found;
        for (const VocabularyWord& known : vocabulary()) {
            if (known.word.size() >= kShortest) found.emplace(skeleton(known.word), &known);
        }
        return found;
    }();
    const auto consonants = std::ranges::count_if(word, [](char c) { return !is_vowel(c); });
    if (consonants < 3 || word.size() > kLongest) return nullptr;
    const VocabularyWord* found = nullptr;
    const auto [first, last] = skeletons.equal_range(skeleton(word));
    for (auto it = first; it != last; ++it) {
        if (!is_subsequence(word, it->second->word)) continue;
        if (found != nullptr) return nullptr;
        found = it->second;
    }
    return found;
}

}  // namespace bot
