#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "adapters/whatsapp/template.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/declared_replies.hpp"
#include "tests/bot/golden/golden_file.hpp"

// Meta refuses a template message whose parameters are not as many as the template's variables, or
// hold a line end, a tab or four blanks (PLATFORMS.md section 8); the notice would never arrive.

namespace bot_test {
namespace {

std::optional<adapters::whatsapp::Template> template_of(const std::string& name) {
    const auto folder = std::filesystem::path(SKPBOT_SOURCE_DIR) / "adapters/whatsapp/templates";
    return adapters::whatsapp::parse_template(read_text(folder / (name + ".json")));
}

std::vector<Card> notices_with_parameters() {
    std::vector<Card> some;
    for (const Card& card : all_cards()) {
        if (card.kind != "balasan") some.push_back(card);
    }
    return some;
}

class NoticeParameters : public ::testing::TestWithParam<Card> {};

TEST_P(NoticeParameters, AreAsManyAsTheTemplateHasVariables) {
    const auto sent_as = template_of(GetParam().kind);

    ASSERT_TRUE(sent_as) << GetParam().kind;
    EXPECT_EQ(
        GetParam().reply.parameters.size(),
        adapters::whatsapp::variable_count(sent_as->body).value_or(0)
    );
}

TEST_P(NoticeParameters, AreOneLineEachWithoutTabOrRunOfBlanks) {
    for (const std::string& parameter : GetParam().reply.parameters) {
        EXPECT_NE(parameter.find_first_not_of(' '), std::string::npos);
        EXPECT_EQ(parameter.find_first_of("\r\n\t"), std::string::npos) << parameter;
        EXPECT_EQ(parameter.find("    "), std::string::npos) << parameter;
    }
}

INSTANTIATE_TEST_SUITE_P(
    All,
    NoticeParameters,
    ::testing::ValuesIn(notices_with_parameters()),
    [](const auto& test) { return test.param.name; }
);

// The names that stand in the program's own sources: a notice that is sent and has no card here is
// found as well as a card that is sent nowhere.
TEST(NoticeNames, OfTheProgramAreThoseOfTheCards) {
    std::set<std::string> of_cards;
    for (const Card& card : notices_with_parameters()) of_cards.insert(card.kind);

    EXPECT_EQ(of_cards, notice_names_in_sources());
}

// A card without parameters is held back where the window is closed, and nobody would notice.
TEST(NoticeNames, AreGivenToEveryCardThatHasParameters) {
    for (const Card& card : all_cards()) {
        EXPECT_EQ(card.kind != "balasan", !card.reply.parameters.empty()) << card.name;
    }
}

}  // namespace
}  // namespace bot_test
