#include "bot/conversation/language/lexicon.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <unordered_map>
#include <vector>

#include "bot/conversation/language/lexicon_data.hpp"

namespace bot {
namespace {

struct ClassName {
    std::string_view name;
    WordClass word_class;
};

constexpr ClassName kClassNames[] = {
    {"perintah", WordClass::Perintah}, {"sopan", WordClass::Sopan},
    {"satuan", WordClass::Satuan},     {"aspek", WordClass::Aspek},
    {"bilangan", WordClass::Bilangan}, {"waktu", WordClass::Waktu},
    {"tanya", WordClass::Tanya},       {"ingkar", WordClass::Ingkar},
    {"andai", WordClass::Andai},       {"kutip", WordClass::Kutip},
    {"kira", WordClass::Kira},         {"rencana", WordClass::Rencana},
    {"setuju", WordClass::Setuju},     {"tolak", WordClass::Tolak},
    {"catat", WordClass::Catat},       {"lihat", WordClass::Lihat},
    {"hubung", WordClass::Hubung},     {"depan", WordClass::Depan},
    {"penomor", WordClass::Penomor},   {"lain", WordClass::Lain},
    {"umum", WordClass::Umum},
};

WordClasses class_named(std::string_view name) {
    const auto* found = std::ranges::find(kClassNames, name, &ClassName::name);
    if (found == std::end(kClassNames)) std::abort();  // the file is part of the program
    return bit(found->word_class);
}

std::string_view take(std::string_view& text, char until) {
    const std::size_t end = std::min(text.find(until), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

// Both lists and the way into them, built once from the files.
class Lexicon {
public:
    Lexicon() {
        for (std::string_view rest = kosakata_file(); !rest.empty();) {
            std::string_view line = take(rest, '\n');
            if (line.empty()) continue;
            VocabularyWord word{.word = take(line, ' ')};
            while (!line.empty()) word.classes |= class_named(take(line, ' '));
            words_.push_back(word);
        }
        for (std::string_view rest = ejaan_file(); !rest.empty();) {
            std::string_view line = take(rest, '\n');
            if (line.empty()) continue;
            const std::string_view written = take(line, ' ');
            spellings_.push_back({.written = written, .meant = line});
        }
        for (const VocabularyWord& word : words_) by_word_.emplace(word.word, &word);
        for (const Spelling& spelling : spellings_)
            by_spelling_.emplace(spelling.written, &spelling);
    }

    static const Lexicon& get() {
        static const Lexicon lexicon;
        return lexicon;
    }

    [[nodiscard]] const VocabularyWord* word(std::string_view text) const {
        const auto found = by_word_.find(text);
        return found == by_word_.end() ? nullptr : found->second;
    }

    [[nodiscard]] const Spelling* spelling(std::string_view text) const {
        const auto found = by_spelling_.find(text);
        return found == by_spelling_.end() ? nullptr : found->second;
    }

    [[nodiscard]] const std::vector<VocabularyWord>& words() const { return words_; }
    [[nodiscard]] const std::vector<Spelling>& spellings() const { return spellings_; }

private:
    std::vector<VocabularyWord> words_;
    std::vector<Spelling> spellings_;
    std::unordered_map<std::string_view, const VocabularyWord*> by_word_;
    std::unordered_map<std::string_view, const Spelling*> by_spelling_;
};

}  // namespace

const VocabularyWord* find_word(std::string_view word) {
    return Lexicon::get().word(word);
}

const Spelling* find_spelling(std::string_view written) {
    return Lexicon::get().spelling(written);
}

std::span<const VocabularyWord> vocabulary() {
    return Lexicon::get().words();
}

std::span<const Spelling> spellings() {
    return Lexicon::get().spellings();
}

}  // namespace bot
