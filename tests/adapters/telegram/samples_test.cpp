#include "tests/adapters/samples.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "adapters/telegram/decode.hpp"
#include "tests/adapters/describe.hpp"

namespace adapters::telegram {
namespace {

const std::filesystem::path kData = tests::data_folder();

TEST(TelegramSamples, DecodeToTheKindInTheTable) {
    const BotIdentity us{"111", "foo_bot"};
    const auto expected = tests::expected_kinds("telegram");

    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(kData / "telegram")) {
        if (entry.path().extension() != ".json") continue;
        found[entry.path().filename()] =
            tests::describe(decode(tests::read_file(entry.path()), us));
    }

    EXPECT_EQ(found.size(), 130U);
    for (const auto& [file, kind] : expected) EXPECT_EQ(found[file], kind) << file;
    EXPECT_EQ(found.size(), expected.size());
}

TEST(TelegramSamples, CarryWhatTheirMessageSays) {
    const BotIdentity us{"111", ""};
    const auto sample = [&](const std::string& name) {
        return decode(tests::read_file(kData / "telegram" / (name + ".json")), us).incoming.at(0);
    };

    const Incoming photo = sample("nutgram_photo");
    EXPECT_EQ(std::get<File>(photo.content).reference, "SAAS");  // the largest, not the last
    EXPECT_EQ(std::get<File>(photo.content).size_bytes, 84'913);
    EXPECT_EQ(std::get<File>(photo.content).caption, "asdasdasdasdasdasd");

    const Incoming press = sample("nutgram_callback_query_inaccessible_message");
    EXPECT_EQ(press.conversation, "222222222");
    EXPECT_EQ(press.natural_key, "p:666728699048485871");
    EXPECT_FALSE(press.sent_at);
    EXPECT_EQ(std::get<Press>(press.content).handle, "thedata");
    EXPECT_EQ(std::get<Press>(press.content).pressed_message, "69587");

    const Incoming card = sample("nutgram_contact");
    EXPECT_FALSE(std::get<ContactCard>(card.content).own);
    EXPECT_EQ(card.sender_name, "Mario Bros");
    EXPECT_EQ(card.sent_at, domain::Instant{std::chrono::seconds{1'668'633'998}});

    const Incoming edit = sample("nutgram_edited_message");
    EXPECT_TRUE(edit.natural_key.starts_with("e:" + edit.message_id + ":"));
    EXPECT_FALSE(edit.reply_to.empty());

    const Incoming reaction = sample("nutgram_message_reaction");
    EXPECT_EQ(
        std::get<Reaction>(reaction.content).added,
        (std::vector<std::string>{"🤡", "custom:1234567890123456789"})
    );
    EXPECT_TRUE(std::get<Reaction>(reaction.content).removed.empty());
    EXPECT_EQ(reaction.natural_key, "r:123:1684984664");

    const Incoming command = sample("nutgram_command_tag_valid");
    EXPECT_EQ(std::get<Text>(command.content).text, "/test");

    EXPECT_TRUE(sample("nutgram_message_topic").reply_to.empty());  // a service message
    EXPECT_FALSE(sample("nutgram_message_different_topic_reply").reply_to.empty());
    EXPECT_EQ(sample("nutgram_message").account, "111");
}

}  // namespace
}  // namespace adapters::telegram
