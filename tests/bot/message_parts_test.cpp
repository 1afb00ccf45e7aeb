#include "bot/message_parts.hpp"

#include <gtest/gtest.h>

#include <string>

#include "bot/conversation/parse.hpp"

namespace bot_test {
namespace {

storage::NewMessage message_of(std::string body, bool with_buttons) {
    storage::NewMessage message;
    message.conversation_id = 7;
    message.kind = "balasan";
    message.title = "Sisa tugas";
    message.body = std::move(body);
    if (with_buttons) {
        message.buttons = "Menu\tmenu";
        message.press_key = "abcdefghijklmnopqrstuv";
    }
    return message;
}

std::vector<storage::NewMessage> parts(const storage::NewMessage& message) {
    std::vector<storage::NewMessage> messages;
    bot::add_in_parts(messages, message);
    return messages;
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "RHK " + std::to_string(i) + ": belum ada realisasi\n";
    return text;
}

TEST(AddInParts, LeavesAloneWhatFits) {
    const auto messages = parts(message_of("RHK 1 belum ada realisasi", true));

    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages[0].title, "Sisa tugas");
    EXPECT_EQ(messages[0].body, "RHK 1 belum ada realisasi");
    EXPECT_TRUE(messages[0].press_key);
}

TEST(AddInParts, KeepsTheTitleInTheFirstAndTheButtonsInTheLast) {
    const auto messages = parts(message_of(lines(120), true));

    ASSERT_GT(messages.size(), 1U);
    EXPECT_EQ(messages.front().title, "Sisa tugas");
    EXPECT_FALSE(messages.front().press_key);
    EXPECT_EQ(messages.front().buttons, "");
    EXPECT_EQ(messages.back().title, "");
    EXPECT_EQ(messages.back().buttons, "Menu\tmenu");
    EXPECT_TRUE(messages.back().press_key);
    for (const auto& message : messages) {
        EXPECT_EQ(message.conversation_id, 7);
        EXPECT_LE(message.title.size() + 1 + message.body.size(), 4096U);
    }
    EXPECT_LE(messages.back().body.size(), 1024U);
}

TEST(AddInParts, LosesNothingThatFitsIntoThreeParts) {
    const std::string text = lines(300);
    std::string together;
    for (const auto& message : parts(message_of(text, false))) together += message.body + "\n";

    for (int i = 0; i < 300; ++i)
        EXPECT_NE(together.find("RHK " + std::to_string(i) + ":"), std::string::npos) << i;
}

TEST(AddInParts, SaysWhatIsCutOffAndKeepsTheButtons) {
    const auto messages = parts(message_of(lines(2000), true));

    ASSERT_EQ(messages.size(), 4U);
    EXPECT_NE(messages[2].body.find("tidak muat"), std::string::npos);
    EXPECT_TRUE(std::holds_alternative<bot::TanyaRealisasi>(
        bot::parse(messages[2].body.substr(messages[2].body.rfind(": ") + 2), {})
    ));
    EXPECT_TRUE(messages[3].press_key);
    for (const auto& message : messages)
        EXPECT_LE(message.title.size() + 1 + message.body.size(), 4096U);
}

}  // namespace
}  // namespace bot_test
