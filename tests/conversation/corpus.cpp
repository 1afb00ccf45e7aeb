#include "tests/conversation/corpus.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace bot {
namespace {

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        if (text[i] == '\\' && (next == 'n' || next == 'r')) {
            result += next == 'n' ? '\n' : '\r';
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string take_column(std::string_view& line) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    std::string column = unescaped(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
    return column;
}

}  // namespace

std::vector<Utterance> read_corpus(std::string_view group) {
    const std::string name = std::string(group) + ".tsv";
    std::ifstream file(std::string(SKPBOT_SOURCE_DIR) + "/tests/conversation/corpus/" + name);
    std::vector<Utterance> utterances;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty()) continue;
        std::string_view rest = line;
        Utterance utterance;
        utterance.text = take_column(rest);
        utterance.expected = take_column(rest);
        utterance.is_reply = take_column(rest) == "balasan";
        utterance.place = name + ":" + std::to_string(number);
        utterances.push_back(std::move(utterance));
    }
    EXPECT_FALSE(utterances.empty()) << name << " cannot be read";
    return utterances;
}

std::vector<std::string> corpus_groups() {
    return {
        "formal",
        "informal",
        "typos",
        "numbers",
        "dates",
        "several_slots",
        "several_items",
        "varied",
        "must_not_act",
    };
}

}  // namespace bot
