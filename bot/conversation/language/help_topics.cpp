#include "bot/conversation/language/help_topics.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "bot/conversation/language/command_match.hpp"
#include "bot/conversation/language/phrases.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

constexpr std::size_t kLongestPhrase = 5;
constexpr std::size_t kLongestTopic = 40;
constexpr std::string_view kHelpWords =
    "dimaksud penjelasan jelaskan cara contoh format langkah prosedur maksud arti fungsi tutorial "
    "panduan petunjuk";
constexpr std::string_view kNoTopics =
    "bantuan bingung paham mengerti fitur bot lakukan pakai gunakan mengisi isi";

bool is_topic_word(const Token& token) {
    constexpr WordClasses kOther = bit(WordClass::Sopan) | bit(WordClass::Tanya) |
                                   bit(WordClass::Depan) | bit(WordClass::Ingkar);
    return token.is_word() && (token.classes & kOther) == 0 && !is_any_of(token, kHelpWords) &&
           !is_any_of(token, kNoTopics);
}

bool asks_for_help(Tokens tokens) {
    for (const Token& token : tokens) {
        if (is_any_of(token, kHelpWords)) return true;
        if (!leads_in(token)) return false;
    }
    return false;
}

}  // namespace

std::string help_topic(Tokens tokens) {
    for (std::size_t words = kLongestPhrase; words > 0; --words) {
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const auto match = match_phrase(tokens, at);
            const bool fits = match && match->words == words && match->command->nama != "bantuan";
            if (fits) return std::string(match->command->nama);
        }
    }
    std::string topic;
    for (const Token& token : tokens) {
        if (is_any_of(token, "lapor catat input")) return "realisasi";
        if (token.has(WordClass::Setuju)) return "setujui";
        if (token.has(WordClass::Tolak)) return "kembalikan";
        if (!is_topic_word(token) || topic.size() > kLongestTopic) continue;
        if (!topic.empty()) topic += ' ';
        topic += token.word;
    }
    return topic;
}

std::optional<Bantuan> read_help_question(Tokens tokens) {
    const bool numbers = std::ranges::any_of(tokens, &Token::is_digits);
    if (numbers || tokens.size() < 2) return std::nullopt;
    std::size_t last = tokens.size();
    const auto says_nothing = [](const Token& token) {
        return token.is_sign('?') || (is_filler(token) && !token.is("itu"));
    };
    while (last > 0 && says_nothing(tokens[last - 1])) --last;
    const bool what_is = tokens[0].is("apa") && tokens[1].is("itu");
    const bool is_what = last >= 3 && tokens[last - 1].is("apa") && tokens[last - 2].is("itu");
    if (!asks_for_help(tokens) && !what_is && !is_what) return std::nullopt;
    const std::size_t from = what_is ? 2 : 0;
    const std::size_t to = is_what ? last - 2 : last;
    return Bantuan{help_topic(tokens.subspan(from, std::max(from, to) - from))};
}

}  // namespace bot
