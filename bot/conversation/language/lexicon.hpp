#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace bot {

// What a word of the closed vocabulary is good for; a word may be several. The names in the file
// lexicon/kosakata.txt are the same in lower case with underscores.
enum class WordClass : std::uint8_t {
    Perintah,  // part of the name of a command
    Sopan,     // politeness and filler words, without a meaning for us
    Satuan,    // unit of a quantity
    Aspek,     // kuantitas, kualitas, waktu, biaya
    Bilangan,  // part of a number in words
    Waktu,     // names of days and months, words of time
    Tanya,     // asks
    Ingkar,    // negates
    Andai,     // makes it a condition or an example
    Kutip,     // says that somebody else said so
    Kira,      // makes a number uncertain
    Rencana,   // puts it into the future, or speaks of a target
    Setuju,    // approves
    Tolak,     // returns or refuses
    Catat,     // verbs and nouns of recording a realisasi
    Lihat,     // verbs of showing
    Hubung,    // joins two items
    Depan,     // prepositions
    Penomor,   // takes a number behind it: rhk, nomor, triwulan, tanggal
    Lain,      // another person: teman, bawahan, dia
    Umum,      // an ordinary word: known so that it is not taken for a typo of another
};

using WordClasses = std::uint32_t;
constexpr WordClasses bit(WordClass word_class) {
    return WordClasses{1} << static_cast<unsigned>(word_class);
}

// The word as the vocabulary has it, and its classes.
struct VocabularyWord {
    std::string_view word;
    WordClasses classes = 0;
};

// One line of lexicon/ejaan.txt: a chat spelling and the word or words that it means.
struct Spelling {
    std::string_view written;
    std::string_view meant;  // one or more words, one blank between them
};

// The lexicon is constant for the life of the program; all functions are safe from any thread.

// Nothing if the word is not in the closed vocabulary.
const VocabularyWord* find_word(std::string_view word);

// Nothing if it is no known chat spelling.
const Spelling* find_spelling(std::string_view written);

std::span<const VocabularyWord> vocabulary();
std::span<const Spelling> spellings();

// The word of the vocabulary that `word` (5 letters or more) is one typo away from: two neighbours
// exchanged, a letter missing, wrong, or too many, in this order of likelihood. Nothing if there is
// none, or if two are equally likely.
const VocabularyWord* find_typo(std::string_view word);

// The word of the vocabulary that `word` shortens by leaving vowels out ("brks", "lapran"): the
// same three consonants or more, in order. Nothing if there is none or more than one.
const VocabularyWord* find_shortened(std::string_view word);

// True if `word` is one typo away from a word that approves or refuses, or has its letters in
// another order.
bool nearly_decides(std::string_view word);

}  // namespace bot
