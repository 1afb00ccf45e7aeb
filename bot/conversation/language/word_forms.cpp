#include "bot/conversation/language/word_forms.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "bot/conversation/language/folding.hpp"

namespace bot {
namespace {

constexpr WordClasses kDecision = bit(WordClass::Setuju) | bit(WordClass::Tolak);
constexpr std::size_t kLongestWord = 32;

// A word without what may be dropped from it, in a buffer of its own.
struct ShortText {
    std::array<char, kLongestWord> letters{};
    std::size_t size = 0;

    void add(char c) { letters[size++] = c; }
    [[nodiscard]] std::string_view view() const { return {letters.data(), size}; }
};

void add(WordForms& forms, const VocabularyWord& word) {
    if (forms.count < forms.words.size()) forms.words[forms.count++] = word;
}

std::optional<WordForms> exact(std::string_view text) {
    WordForms forms;
    if (const VocabularyWord* word = find_word(text)) {
        add(forms, *word);
        return forms;
    }
    const Spelling* spelling = find_spelling(text);
    if (spelling == nullptr) return std::nullopt;
    for (std::string_view rest = spelling->meant; !rest.empty();) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        if (const VocabularyWord* word = find_word(rest.substr(0, blank))) add(forms, *word);
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return forms;
}

std::optional<WordForms> without_ending(std::string_view text) {
    for (const std::string_view ending : {"nya", "lah", "kah", "pun", "ku", "mu"}) {
        if (!text.ends_with(ending) || text.size() < ending.size() + 3) continue;
        std::optional<WordForms> forms = exact(text.substr(0, text.size() - ending.size()));
        if (!forms) continue;
        // "ketiganya", "duanya" are all of them, not the third or number two.
        const bool number = (forms->words[0].classes & bit(WordClass::Bilangan)) != 0;
        if (number) return std::nullopt;
        if (ending == "kah") forms->words[0].classes |= bit(WordClass::Tanya);
        return forms;
    }
    return std::nullopt;
}

// Every run of one letter cut down to `longest`.
ShortText shortened(std::string_view text, std::size_t longest) {
    ShortText result;
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        run = i > 0 && text[i] == text[i - 1] ? run + 1 : 1;
        if (run <= longest) result.add(text[i]);
    }
    return result;
}

bool has_double_letter(std::string_view text) {
    return std::ranges::adjacent_find(text) != text.end();
}

// The consonants of "setuju", "setujui" or "kembalikan" and no others: "stejui", "kmblikan".
bool shortens_decision(std::string_view text) {
    ShortText consonants;
    for (const char c : text) {
        if (std::string_view("aeiou").find(c) == std::string_view::npos) consonants.add(c);
    }
    return consonants.view() == "stj" || consonants.view() == "kmblkn";
}

bool one_typo_from_decision(std::string_view text) {
    if (text.size() < 4 || text.size() > kLongestWord) return false;
    if (text.starts_with("setuj") || text.starts_with("stuj") || text.starts_with("kembalikan")) {
        return true;
    }
    return shortens_decision(text) || nearly_decides(text);
}

// "duabelas", "duapuluhlima": number words without blanks, all of it or nothing.
std::optional<WordForms> joined_numbers(std::string_view text) {
    WordForms forms;
    while (!text.empty() && forms.count < forms.words.size()) {
        const VocabularyWord* longest = nullptr;
        for (std::size_t size = text.size(); size >= 3 && longest == nullptr; --size) {
            const VocabularyWord* word = find_word(text.substr(0, size));
            const bool number = word != nullptr && (word->classes & bit(WordClass::Bilangan)) != 0;
            if (number) longest = word;
        }
        if (longest == nullptr) return std::nullopt;
        add(forms, *longest);
        text.remove_prefix(longest->word.size());
    }
    if (!text.empty()) return std::nullopt;
    return forms;
}

constexpr WordClasses kVerbs =
    bit(WordClass::Perintah) | bit(WordClass::Catat) | bit(WordClass::Lihat);

// The verb inside "meninjau", "dicatatkan", "tampilin": a prefix, a suffix, or both.
std::optional<WordForms> verb_stem(std::string_view text) {
    struct Prefix {
        std::string_view letters;
        std::string_view lost;  // the first letter of the stem that the prefix swallows
    };
    constexpr Prefix kPrefixes[] = {
        {"", ""},
        {"di", ""},
        {"meng", ""},
        {"meng", "k"},
        {"meny", "s"},
        {"mem", ""},
        {"mem", "p"},
        {"men", ""},
        {"men", "t"},
        {"me", ""},
        {"ng", ""},
        {"ber", ""},
        // Spoken: "nambahin", "nyetorin", "ngirimin".
        {"n", "t"},
        {"ny", "s"},
        {"ng", "k"},
    };
    for (const Prefix& prefix : kPrefixes) {
        if (!text.starts_with(prefix.letters)) continue;
        for (const std::string_view suffix : {"", "kan", "in", "i"}) {
            const bool bare =
                prefix.letters.empty() || (prefix.letters.front() == 'n' && !prefix.lost.empty());
            if (bare && suffix.empty()) continue;
            const std::size_t cut = prefix.letters.size() + suffix.size();
            if (!text.ends_with(suffix) || text.size() < cut + 3) continue;
            ShortText stem;
            for (const char c : prefix.lost) stem.add(c);
            for (const char c : text.substr(prefix.letters.size(), text.size() - cut)) stem.add(c);
            const VocabularyWord* word = stem.size >= 4 ? find_word(stem.view()) : nullptr;
            if (word == nullptr || (word->classes & kVerbs) == 0) continue;
            WordForms forms;
            add(forms, *word);
            return forms;
        }
    }
    return std::nullopt;
}

WordForms unknown(std::string_view text) {
    WordForms forms;
    add(forms, {.word = text, .classes = 0});
    return forms;
}

WordForms resembling_decision(std::string_view text) {
    WordForms forms = unknown(text);
    forms.resembles_decision = true;
    return forms;
}

bool is_decision(const WordForms& forms) {
    return forms.count > 0 && (forms.words[0].classes & kDecision) != 0;
}

// A word with letters repeated for emphasis ("tolooong"); a decision so written is none.
std::optional<WordForms> without_emphasis(std::string_view text) {
    if (!has_double_letter(text)) return std::nullopt;
    for (const std::size_t longest : {std::size_t{2}, std::size_t{1}}) {
        const ShortText shorter = shortened(text, longest);
        if (shorter.view() == text) continue;
        std::optional<WordForms> forms = exact(shorter.view());
        if (!forms) continue;
        if (is_decision(*forms) || shorter.view() == "acc") return resembling_decision(text);
        forms->corrected = true;
        return forms;
    }
    return std::nullopt;
}

}  // namespace

bool is_decision_word(std::string_view written) {
    const std::optional<WordForms> forms = exact(written);
    return forms && is_decision(*forms);
}

WordForms word_forms(std::string_view written) {
    std::string_view text = written;
    std::string without_apostrophe;
    if (text.find('\'') != text.npos) {
        without_apostrophe.assign(text);
        std::erase(without_apostrophe, '\'');
        // What is found points into the lexicon; only an unknown word keeps its apostrophe.
        if (std::optional<WordForms> forms = exact(without_apostrophe)) return *forms;
    }
    if (text.size() > kLongestWord || text.find(kForeignLetter) != text.npos) return unknown(text);
    if (std::optional<WordForms> forms = exact(text)) return *forms;
    if (std::optional<WordForms> forms = without_ending(text)) return *forms;
    if (std::optional<WordForms> forms = joined_numbers(text)) return *forms;
    if (std::optional<WordForms> forms = without_emphasis(text)) return *forms;
    if (one_typo_from_decision(text)) return resembling_decision(text);
    if (std::optional<WordForms> forms = verb_stem(text)) return *forms;
    const VocabularyWord* word = find_shortened(text);
    if (word == nullptr) word = find_typo(text);
    if (word == nullptr) return unknown(text);
    WordForms forms;
    add(forms, *word);
    if (is_decision(forms)) return resembling_decision(text);
    forms.corrected = true;
    return forms;
}

}  // namespace bot
