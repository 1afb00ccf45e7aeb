#include "adapters/split_text.hpp"

#include <gtest/gtest.h>

#include "adapters/utf.hpp"

namespace adapters {
namespace {

constexpr PartLimits kSmall{.text = 20, .text_with_buttons = 10, .parts = 3};

Outgoing message_of(std::string text) {
    Outgoing message;
    message.recipient = "42";
    message.text = {{Style::Plain, std::move(text)}};
    return message;
}

std::string text_of(const Outgoing& part) {
    std::string text;
    for (const Run& run : part.text) text += run.text;
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> texts;
    for (const Outgoing& part : split_text(message_of(text), kSmall)) {
        texts.push_back(text_of(part));
    }
    return texts;
}

using Texts = std::vector<std::string>;

TEST(SplitText, LeavesWhatFitsAlone) {
    EXPECT_EQ(split("12345678901234567890"), Texts{"12345678901234567890"});
    EXPECT_EQ(split(""), Texts{""});
}

TEST(SplitText, PrefersAnEmptyLineThenALineEndThenASpace) {
    EXPECT_EQ(split("aaaa bbbb cc\n\ndd e\nfff ggg"), (Texts{"aaaa bbbb cc", "dd e\nfff ggg"}));
    EXPECT_EQ(split("aaaa bbbb cc\ndd e fff ggg"), (Texts{"aaaa bbbb cc", "dd e fff ggg"}));
    EXPECT_EQ(split("aaaa bbbb cccc dddd eeee"), (Texts{"aaaa bbbb cccc dddd", "eeee"}));
}

TEST(SplitText, CutsAWordOnlyIfItMust) {
    EXPECT_EQ(split("12345678901234567890abc"), (Texts{"12345678901234567890", "abc"}));
}

TEST(SplitText, NeverCutsInsideASign) {
    // Nine code points and 13 units, then nine more: a family of four in each.
    const std::string family = "👨‍👩‍👧‍👦";
    EXPECT_EQ(split("123456789" + family + "x"), (Texts{"123456789" + family, "x"}));
    EXPECT_EQ(split("1234567890" + family), (Texts{"1234567890", family}));
    EXPECT_EQ(split("1234567890123456789👋"), (Texts{"1234567890123456789", "👋"}));
    EXPECT_EQ(split("123456789012345678👍🏽"), (Texts{"123456789012345678", "👍🏽"}));
    EXPECT_EQ(split("123456789012345678🇮🇩"), (Texts{"123456789012345678", "🇮🇩"}));
    EXPECT_EQ(split("1234567890123456789e\u0301"), (Texts{"1234567890123456789", "e\u0301"}));
}

TEST(SplitText, GivesNothingIfTheTextNeedsMoreParts) {
    EXPECT_EQ(split(std::string(60, 'x')).size(), 3U);
    EXPECT_TRUE(split(std::string(61, 'x')).empty());
}

TEST(SplitText, KeepsTheStylesOfTheRuns) {
    Outgoing message = message_of("aaaa ");
    message.text.push_back({Style::Bold, "bbbb bbbb bbbb bbbb bbbb"});
    message.text.push_back({Style::Mono, " cc"});

    const auto parts = split_text(message, kSmall);

    ASSERT_EQ(parts.size(), 2U);
    ASSERT_EQ(parts[0].text.size(), 2U);
    EXPECT_EQ(parts[0].text[1].style, Style::Bold);
    EXPECT_EQ(parts[0].text[1].text, "bbbb bbbb bbbb");
    ASSERT_EQ(parts[1].text.size(), 2U);
    EXPECT_EQ(parts[1].text[0].style, Style::Bold);
    EXPECT_EQ(parts[1].text[1].style, Style::Mono);
}

TEST(SplitText, RepliesWithTheFirstAndAsksWithTheLast) {
    Outgoing message = message_of("aaaa bbbb cccc dddd eeee");
    message.reply_to = "7";
    message.buttons = {{"Ya", "h"}};

    const auto parts = split_text(message, kSmall);

    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].reply_to, "7");
    EXPECT_TRUE(parts[0].buttons.empty());
    EXPECT_TRUE(parts[1].reply_to.empty());
    EXPECT_EQ(parts[1].buttons.size(), 1U);
    EXPECT_EQ(parts[1].recipient, "42");
}

TEST(SplitText, CutsATextThatIsTooLongForItsButtons) {
    Outgoing message = message_of("aaaa bbbb cc dd");
    message.buttons = {{"Ya", "h"}};

    const auto parts = split_text(message, kSmall);

    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(text_of(parts[0]), "aaaa");
    EXPECT_EQ(text_of(parts[1]), "bbbb cc dd");
}

TEST(SplitText, LosesNothingButBlanksAtTheCuts) {
    for (std::size_t length = 1; length <= 60; ++length) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) text += i % 7 == 6 ? ' ' : 'x';
        const auto parts = split(text);
        std::string joined;
        for (const auto& part : parts) {
            EXPECT_LE(utf16_length(part), kSmall.text);
            joined += part;
        }
        std::erase(text, ' ');
        std::erase(joined, ' ');
        EXPECT_EQ(joined, text) << length;
    }
}

}  // namespace
}  // namespace adapters
