#include "bot/conversation/dialogue_konfirmasi.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace bot {
namespace {

// Words alone, in lower case, one blank between them: "Ya, ubah" is "ya ubah".
std::string words_of(std::string_view text) {
    std::string words;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool letter = upper || (c >= 'a' && c <= 'z');
        if (letter) words += upper ? static_cast<char>(c - 'A' + 'a') : c;
        if (!letter && !words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> answers) {
    const std::string words = words_of(text);
    return std::ranges::find(answers, std::string_view(words)) != answers.end();
}

bool gives_up(const Command& command) {
    return std::holds_alternative<Tidak>(command) || std::holds_alternative<Batal>(command) ||
           std::holds_alternative<Kembali>(command);
}

}  // namespace

Continued next_step(const KonfirmasiLepas&, Command command, std::string_view text) {
    if (std::holds_alternative<Ya>(command) || std::holds_alternative<LepasAkun>(command) ||
        is_one_of(text, {"ya lepas", "lepas", "lepaskan", "ya lepaskan"})) {
        return {LepasAkun{}, true};
    }
    if (std::holds_alternative<Ulang>(command)) return {LepasAkun{}, false, true};
    if (gives_up(command)) return {Batal{}, false};
    return {std::move(command), false, true};
}

Continued next_step(const KonfirmasiSuntingan&, Command command, std::string_view text) {
    if (std::holds_alternative<Ya>(command) ||
        is_one_of(text, {"ya ubah", "ubah", "ubah saja", "ganti", "ya ganti"})) {
        return {Ya{}, true};
    }
    if (gives_up(command) || is_one_of(text, {"biarkan", "biarkan saja", "biar saja"})) {
        return {Tidak{}, true};
    }
    if (std::holds_alternative<Ulang>(command)) return {std::move(command), false};
    return {std::move(command), false, true};
}

}  // namespace bot
