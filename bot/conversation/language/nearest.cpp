#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bot/conversation/command_table.hpp"
#include "bot/conversation/language/grammar.hpp"

namespace bot {
namespace {

constexpr std::size_t kNearest = 3;
constexpr std::size_t kWordsLookedAt = 40;
constexpr std::string_view kUsual[] = {"menu", "realisasi", "skp"};

// For every word of the phrases, the places in the table of the commands that use it.
using WordIndex = std::unordered_map<std::string_view, std::vector<std::size_t>>;

WordIndex make_index() {
    WordIndex index;
    const auto table = command_table();
    for (std::size_t place = 0; place < table.size(); ++place) {
        for (std::string_view rest = table[place].sebutan; !rest.empty();) {
            const std::size_t end = std::min(rest.find_first_of(" |"), rest.size());
            std::vector<std::size_t>& places = index[rest.substr(0, end)];
            if (places.empty() || places.back() != place) places.push_back(place);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return index;
}

}  // namespace

TidakDipahami nearest_commands(Tokens tokens) {
    static const WordIndex index = make_index();
    const auto table = command_table();
    std::vector<int> score(table.size(), 0);
    for (const Token& token : tokens.first(std::min(tokens.size(), kWordsLookedAt))) {
        const auto found = index.find(token.word);
        if (found == index.end() || token.has(WordClass::Sopan)) continue;
        for (const std::size_t place : found->second) {
            // The name itself says more than a synonym, and what exists more than what will.
            const bool in_name = table[place].nama.find(token.word) != std::string_view::npos;
            score[place] += (in_name ? 6 : 3) + (table[place].tersedia() ? 1 : 0);
        }
    }
    TidakDipahami answer;
    while (answer.terdekat.size() < kNearest) {
        const auto best = std::ranges::max_element(score);
        if (*best == 0) break;
        const CommandInfo& command = table[static_cast<std::size_t>(best - score.begin())];
        *best = 0;
        if (command.tersedia()) {
            answer.terdekat.emplace_back(command.nama);
        } else if (answer.terdekat.empty() && answer.nanti.empty()) {
            answer.nanti = command.nama;
        }
    }
    for (const std::string_view usual : kUsual) {
        const bool known = std::ranges::find(answer.terdekat, usual) != answer.terdekat.end();
        if (!known && answer.terdekat.size() < kNearest) answer.terdekat.emplace_back(usual);
    }
    return answer;
}

}  // namespace bot
