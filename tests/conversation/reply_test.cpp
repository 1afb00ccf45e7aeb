#include "bot/conversation/reply.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using bot::Reply;
using bot::ReplyButton;

std::vector<ReplyButton> choices(std::size_t count) {
    std::vector<ReplyButton> all;
    for (std::size_t i = 1; i <= count; ++i) {
        const std::string number = std::to_string(i);
        all.push_back({"RHK " + number, "rhk " + number, "teks " + number});
    }
    return all;
}

TEST(Offer, IsButtonsUpToThreeAndAListUpToTen) {
    for (const std::size_t count : {1U, 3U, 4U, 10U, 11U, 40U}) {
        Reply reply;
        bot::offer(reply, choices(count), "Pilih RHK");

        EXPECT_EQ(reply.buttons.size(), std::min<std::size_t>(count, 10)) << count;
        EXPECT_EQ(reply.opener, count > 3 ? "Pilih RHK" : "") << count;
    }
}

TEST(Offer, WritesADescriptionInOneLine) {
    Reply reply;
    bot::offer(reply, {{"RHK 1", "rhk 1", "dua\nbaris\tlebar"}}, "Pilih RHK");

    EXPECT_EQ(reply.buttons.front().description, "dua baris lebar");
}

TEST(Buttons, AreReadBackAsTheyWereWritten) {
    for (const std::size_t count : {0U, 2U, 7U}) {
        Reply reply;
        bot::offer(reply, choices(count), "Pilih RHK");
        reply.keyboard = count == 2 ? bot::ReplyKeyboard::Remove : bot::ReplyKeyboard::None;

        const auto read = bot::decode_buttons(bot::encode_buttons(reply));

        EXPECT_EQ(read.opener, reply.opener);
        EXPECT_EQ(read.keyboard, reply.keyboard);
        ASSERT_EQ(read.buttons.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(read.buttons[i].label, reply.buttons[i].label);
            EXPECT_EQ(read.buttons[i].command, reply.buttons[i].command);
            EXPECT_EQ(read.buttons[i].description, reply.buttons[i].description);
        }
    }
    EXPECT_EQ(bot::encode_buttons({}), "");
}

// Rows that wait in the outbox while the program is renewed.
TEST(Buttons, OfVersionOneAreRead) {
    const auto read = bot::decode_buttons("\ttanpa\nUrungkan\turungkan R-7K2FQ9\nMenu\tmenu");

    EXPECT_EQ(read.keyboard, bot::ReplyKeyboard::Remove);
    EXPECT_EQ(read.opener, "");
    ASSERT_EQ(read.buttons.size(), 2U);
    EXPECT_EQ(read.buttons[0].command, "urungkan R-7K2FQ9");
    EXPECT_EQ(read.buttons[1].label, "Menu");
}

TEST(Buttons, OfAnUnknownVersionAreNone) {
    EXPECT_TRUE(bot::decode_buttons("\tv3\nMenu\tmenu\t").buttons.empty());
}

}  // namespace
