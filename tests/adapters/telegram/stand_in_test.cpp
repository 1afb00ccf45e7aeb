#include <gtest/gtest.h>

#include <string>

#include "adapters/telegram/client.hpp"
#include "tests/support/fake_bot_api.hpp"

namespace adapters {
namespace {

using support::Fault;
using support::FaultKind;

const std::string kToken = "123456:uji";

// The client against a server that refuses what the Bot API refuses and keeps a ledger.
class StandIn : public testing::Test {
protected:
    TelegramClient client(std::chrono::milliseconds patience = std::chrono::seconds{20}) const {
        HttpOptions options;
        options.call_deadline = patience;
        return TelegramClient(kToken, api_.address(), options);
    }

    static Outgoing message(std::string recipient = "42") {
        Outgoing message;
        message.recipient = std::move(recipient);
        message.text = {{Style::Bold, "Tercatat 👍"}, {Style::Plain, " R-7K2FQ9"}};
        message.buttons = {
            {"Urungkan", "AAAAAAAAAAAAAAAAAAAAAA"}, {"Menu", "BBBBBBBBBBBBBBBBBBBBBB"}};
        return message;
    }

    support::FakeBotApi api_{kToken};
};

TEST_F(StandIn, AcceptsWhatTheEncoderWrites) {
    TelegramClient telegram = client();

    for (const auto keyboard : {Keyboard::None, Keyboard::AskForContact, Keyboard::Remove}) {
        Outgoing plain = message();
        plain.buttons.clear();
        plain.keyboard = keyboard;
        plain.keyboard_label = "Bagikan kontak saya";
        EXPECT_TRUE(std::holds_alternative<Sent>(telegram.send(plain)));
    }
    Outgoing reply = message();
    reply.reply_to = "1";
    EXPECT_TRUE(std::holds_alternative<Sent>(telegram.send(reply)));

    EXPECT_TRUE(api_.refused().empty());
    const auto sent = api_.sent_to(42);
    ASSERT_EQ(sent.size(), 4U);
    EXPECT_EQ(sent[3].text, "Tercatat 👍 R-7K2FQ9");
    EXPECT_EQ(sent[3].buttons.size(), 2U);
    EXPECT_TRUE(sent[1].asks_for_contact);
}

TEST_F(StandIn, TellsEveryFaultApart) {
    enum class Expected { NotNow, InDoubt, Sent, Gone, Reconfigure };
    const std::pair<FaultKind, Expected> faults[] = {
        {FaultKind::TooManyRequests, Expected::NotNow},
        {FaultKind::TooManyRequestsBare, Expected::NotNow},
        {FaultKind::ServerError, Expected::InDoubt},
        {FaultKind::Garbage, Expected::InDoubt},
        {FaultKind::Truncated, Expected::InDoubt},
        {FaultKind::WrongLength, Expected::InDoubt},
        {FaultKind::OkWithoutResult, Expected::InDoubt},
        {FaultKind::Hang, Expected::InDoubt},
        {FaultKind::Reset, Expected::InDoubt},
        {FaultKind::Huge, Expected::InDoubt},
        {FaultKind::Redirect, Expected::Reconfigure},
        {FaultKind::Blocked, Expected::Gone},
        {FaultKind::None, Expected::Sent}};
    for (const auto& [fault, expected] : faults) {
        // Only doubt may come from the clock: whatever says what it is has time to say it.
        TelegramClient telegram =
            expected == Expected::InDoubt ? client(std::chrono::milliseconds{700}) : client();
        api_.fail_next({Fault{fault, false}});

        const SendOutcome outcome = telegram.send(message());

        const auto* retry = std::get_if<RetryAfter>(&outcome);
        const Expected found = retry != nullptr && retry->maybe_sent   ? Expected::InDoubt
                               : retry != nullptr                      ? Expected::NotNow
                               : std::holds_alternative<Sent>(outcome) ? Expected::Sent
                               : std::holds_alternative<RecipientGone>(outcome)
                                   ? Expected::Gone
                                   : Expected::Reconfigure;
        EXPECT_EQ(found, expected) << "fault " << static_cast<int>(fault);
    }
}

TEST_F(StandIn, HandsOutUpdatesUntilTheyAreConfirmed) {
    api_.push_update(R"({"update_id":7,"message":{}})");
    api_.push_update(R"({"update_id":8})");
    TelegramClient telegram = client();

    const auto first = telegram.get_updates(0, std::chrono::seconds{0});
    ASSERT_TRUE(first) << first.error().description;
    EXPECT_EQ(first->size(), 2U);
    api_.push_update(R"({"update_id":9})");
    const auto second =
        telegram.get_updates(telegram::next_offset(0, *first), std::chrono::seconds{0});
    ASSERT_TRUE(second);

    ASSERT_EQ(second->size(), 1U);
    EXPECT_EQ(second->front().update_id, 9);
    EXPECT_EQ(api_.pending_updates(), 1U);
}

TEST_F(StandIn, AcceptsTheSettings) {
    TelegramClient telegram = client();

    EXPECT_TRUE(telegram.probe());
    EXPECT_FALSE(telegram.set_webhook("https://skp.contoh.id/webhook/telegram", "rahasia-uji"));
    EXPECT_TRUE(telegram.get_webhook_info().has_value());
    EXPECT_FALSE(telegram.set_my_commands({{"menu", "Menampilkan menu"}}));
    EXPECT_FALSE(telegram.delete_webhook());
}

}  // namespace
}  // namespace adapters
