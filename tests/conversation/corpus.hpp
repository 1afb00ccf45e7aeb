#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bot {

// A line of a file in tests/conversation/corpus: what a person writes, and what it means. The text
// and the meaning stand in columns; "\n" and "\r" are written so; a third column "balasan" makes it
// a reply to one of our messages. It is Monday, 30 March 2026.
struct Utterance {
    std::string text;
    std::string expected;
    bool is_reply = false;
    std::string place;  // "formal.tsv:12"
};

// All lines of one group ("formal"); fails the test if the file cannot be read.
std::vector<Utterance> read_corpus(std::string_view group);

// The names of all groups.
std::vector<std::string> corpus_groups();

}  // namespace bot
