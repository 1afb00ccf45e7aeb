#include "adapters/telegram/encode.hpp"

#include <gtest/gtest.h>

#include "adapters/telegram/limits.hpp"

namespace adapters::telegram {
namespace {

Outgoing message_of(std::vector<Run> text) {
    Outgoing message;
    message.recipient = "42";
    message.text = std::move(text);
    return message;
}

std::string encoded(const Outgoing& message) {
    const auto body = encode(message);
    EXPECT_TRUE(body.has_value());
    return body ? *body : std::string();
}

EncodeError error_of(const Outgoing& message) {
    const auto body = encode(message);
    EXPECT_FALSE(body.has_value());
    return body ? EncodeError{} : body.error();
}

TEST(TelegramEncode, WritesPlainText) {
    EXPECT_EQ(
        encoded(message_of({{Style::Plain, "Tercatat."}})),
        R"({"chat_id":42,"text":"Tercatat.","link_preview_options":{"is_disabled":true}})"
    );
}

TEST(TelegramEncode, CountsEntitiesInUtf16Units) {
    EXPECT_EQ(
        encoded(message_of(
            {{Style::Plain, "👋 é "},
             {Style::Bold, "RHK 👍"},
             {Style::Italic, "x"},
             {Style::Plain, " "},
             {Style::Mono, "R-7K2FQ9"},
             {Style::Bold, ""}}
        )),
        R"({"chat_id":42,"text":"👋 é RHK 👍x R-7K2FQ9","entities":[)"
        R"({"type":"bold","offset":5,"length":6},)"
        R"({"type":"italic","offset":11,"length":1},)"
        R"({"type":"code","offset":13,"length":8}],)"
        R"("link_preview_options":{"is_disabled":true}})"
    );
}

TEST(TelegramEncode, LeavesNoMarkupOfPeopleActive) {
    const std::string text = R"(*a* _b_ `c` <b>d</b> [e](https://f) \ "g")";

    EXPECT_EQ(
        encoded(message_of({{Style::Plain, text}})),
        R"({"chat_id":42,"text":"*a* _b_ `c` <b>d</b> [e](https://f) \\ \"g\"",)"
        R"("link_preview_options":{"is_disabled":true}})"
    );
}

TEST(TelegramEncode, PutsEachButtonInARowOfItsOwn) {
    Outgoing message = message_of({{Style::Plain, "Setuju?"}});
    message.buttons = {{"Setuju", "h1"}, {"Tolak", "h2"}};
    message.reply_to = "7";

    EXPECT_EQ(
        encoded(message),
        R"({"chat_id":42,"text":"Setuju?","link_preview_options":{"is_disabled":true},)"
        R"("reply_markup":{"inline_keyboard":[[{"text":"Setuju","callback_data":"h1"}],)"
        R"([{"text":"Tolak","callback_data":"h2"}]]},)"
        R"("reply_parameters":{"message_id":7,"allow_sending_without_reply":true}})"
    );
}

TEST(TelegramEncode, PutsEachRowOfAListInARowOfItsOwn) {
    Outgoing message = message_of({{Style::Plain, "Yang mana?"}});
    message.list = List{"Pilih RHK", {}};
    for (int i = 1; i <= 10; ++i) {
        message.list->rows.push_back({"RHK " + std::to_string(i), "h" + std::to_string(i), "teks"});
    }
    const std::string ten = encoded(message);

    EXPECT_NE(
        ten.find(R"([[{"text":"RHK 1","callback_data":"h1"}],[{"text":"RHK 2",)"), std::string::npos
    );
    EXPECT_NE(ten.find(R"([{"text":"RHK 10","callback_data":"h10"}]])"), std::string::npos);
    message.list->rows.push_back({"RHK 11", "h11", ""});
    EXPECT_EQ(error_of(message), EncodeError::List);
    message.list->rows.clear();
    EXPECT_EQ(error_of(message), EncodeError::List);
    message.list->rows = {{"RHK 1", "", ""}};
    EXPECT_EQ(error_of(message), EncodeError::Button);
}

TEST(TelegramEncode, AsksForTheContactAndTakesTheKeyboardAway) {
    Outgoing message = message_of({{Style::Plain, "Nomor?"}});
    message.keyboard = Keyboard::AskForContact;
    message.keyboard_label = "Kirim nomor";
    EXPECT_EQ(
        encoded(message),
        R"({"chat_id":42,"text":"Nomor?","link_preview_options":{"is_disabled":true},)"
        R"("reply_markup":{"keyboard":[[{"text":"Kirim nomor","request_contact":true}]],)"
        R"("resize_keyboard":true,"one_time_keyboard":true}})"
    );

    message.keyboard = Keyboard::Remove;
    EXPECT_EQ(
        encoded(message),
        R"({"chat_id":42,"text":"Nomor?","link_preview_options":{"is_disabled":true},)"
        R"("reply_markup":{"remove_keyboard":true}})"
    );
}

TEST(TelegramEncode, CleansWhatItSends) {
    EXPECT_EQ(
        encoded(message_of({{Style::Plain, std::string("a\0b\xFF", 4)}, {Style::Bold, "\u202Ec"}})),
        R"({"chat_id":42,"text":"ab)"
        "\uFFFD"
        R"(c","entities":[{"type":"bold","offset":3,)"
        R"("length":1}],"link_preview_options":{"is_disabled":true}})"
    );
}

TEST(TelegramEncode, WritesNoEntitiesForTheFallback) {
    EXPECT_EQ(
        *encode_plain(message_of({{Style::Bold, "x"}})),
        R"({"chat_id":42,"text":"x","link_preview_options":{"is_disabled":true}})"
    );
}

TEST(TelegramEncode, TakesGroupsAndLargeIds) {
    Outgoing message = message_of({{Style::Plain, "x"}});
    message.recipient = "-1001234567890";

    EXPECT_TRUE(encoded(message).starts_with(R"({"chat_id":-1001234567890,)"));
}

TEST(TelegramEncode, RefusesWhatTelegramWouldRefuse) {
    const Outgoing good = message_of({{Style::Plain, "x"}});

    for (const std::string recipient : {"", "@budi", "4 2", "42x", "99999999999999999999"}) {
        Outgoing message = good;
        message.recipient = recipient;
        EXPECT_EQ(error_of(message), EncodeError::Recipient) << recipient;
    }
    Outgoing reply = good;
    reply.reply_to = "x";
    EXPECT_EQ(error_of(reply), EncodeError::ReplyTo);
    EXPECT_EQ(error_of(message_of({})), EncodeError::EmptyText);
    EXPECT_EQ(error_of(message_of({{Style::Bold, " \n"}})), EncodeError::EmptyText);
    Outgoing buttons = good;
    buttons.buttons.assign(4, {"a", "b"});
    EXPECT_EQ(error_of(buttons), EncodeError::TooManyButtons);
    for (const Button& button :
         {Button{"", "h"}, Button{"a", ""}, Button{"a", std::string(65, 'h')}}) {
        Outgoing message = good;
        message.buttons = {button};
        EXPECT_EQ(error_of(message), EncodeError::Button);
    }
    Outgoing keyboard = good;
    keyboard.keyboard = Keyboard::AskForContact;
    EXPECT_EQ(error_of(keyboard), EncodeError::KeyboardLabel);
}

TEST(TelegramEncode, TakesTheLongestTextAndNoLonger) {
    std::string emoji;
    for (std::size_t i = 0; i < kText / 2; ++i) emoji += "👋";

    EXPECT_TRUE(encode(message_of({{Style::Plain, std::string(kText, 'x')}})));
    EXPECT_TRUE(encode(message_of({{Style::Plain, emoji}})));
    EXPECT_EQ(error_of(message_of({{Style::Plain, emoji + "x"}})), EncodeError::TextTooLong);
}

}  // namespace
}  // namespace adapters::telegram
