#include "tests/conversation/corpus.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <string>
#include <vector>

#include "bot/conversation/parse.hpp"
#include "tests/conversation/command_text.hpp"
#include "tests/conversation/monday.hpp"

namespace bot {
namespace {

std::string meaning(const Utterance& utterance) {
    ParseContext context = kMonday;
    context.is_reply = utterance.is_reply;
    return command_text(parse(utterance.text, context));
}

class Corpus : public testing::TestWithParam<std::string> {};

TEST_P(Corpus, IsUnderstoodWithAllSlots) {
    const std::vector<Utterance> utterances = read_corpus(GetParam());
    const bool exact = GetParam() == "must_not_act";

    std::string wrong;
    std::size_t failures = 0;
    for (const Utterance& utterance : utterances) {
        const std::string understood = meaning(utterance);
        if (understood == utterance.expected) continue;
        ++failures;
        wrong += utterance.place + " " + utterance.text + "\n  expected   " + utterance.expected +
                 "\n  understood " + understood + "\n";
    }

    // At least 98 of 100; of what must not act, all.
    const std::size_t allowed = exact ? 0 : utterances.size() * 2 / 100;
    EXPECT_LE(failures, allowed) << failures << " of " << utterances.size() << "\n" << wrong;
    if (failures > 0) std::cout << wrong;
}

INSTANTIATE_TEST_SUITE_P(Groups, Corpus, testing::ValuesIn(corpus_groups()), [](const auto& test) {
    return test.param;
});

TEST(CorpusFiles, HoldAtLeastTwelveHundredUtterances) {
    std::size_t count = 0;
    for (const std::string& group : corpus_groups()) count += read_corpus(group).size();

    EXPECT_GE(count, 1200U);
}

}  // namespace
}  // namespace bot
