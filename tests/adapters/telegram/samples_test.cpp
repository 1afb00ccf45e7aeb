#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "adapters/telegram/decode.hpp"

namespace adapters::telegram {
namespace {

const std::filesystem::path kData = std::filesystem::path(SKPBOT_SOURCE_DIR) / "tests" / "data";

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string word_of(FileKind kind) {
    switch (kind) {
        case FileKind::Photo:
            return "photo";
        case FileKind::Document:
            return "document";
        case FileKind::Audio:
            return "audio";
        case FileKind::Video:
            return "video";
    }
    std::abort();
}

// The word of the table for a content.
struct Describe {
    std::string operator()(const Text&) const { return "text"; }
    std::string operator()(const Start&) const { return "start"; }
    std::string operator()(const Press&) const { return "press"; }
    std::string operator()(const ContactCard&) const { return "card"; }
    std::string operator()(const File& file) const { return word_of(file.kind); }
    std::string operator()(const Location&) const { return "location"; }
    std::string operator()(const Reaction&) const { return "reaction"; }
    std::string operator()(const Edited&) const { return "edited"; }
    std::string operator()(const Blocked&) const { return "blocked"; }
    std::string operator()(const Unblocked&) const { return "unblocked"; }
    std::string operator()(const GroupMessage&) const { return "group"; }
    std::string operator()(const Unsupported& kind) const { return "unsupported " + kind.name; }
    std::string operator()(const Ignored& kind) const { return "ignored " + kind.name; }
};

std::string describe(const Decoded& decoded) {
    if (!decoded.unreadable.empty()) return "unreadable " + decoded.unreadable;
    if (decoded.incoming.size() != 1) return "not one";
    const Incoming& incoming = decoded.incoming.front();
    return std::visit(Describe{}, incoming.content) + (incoming.forwarded ? " forwarded" : "");
}

std::map<std::string, std::string> expected_kinds() {
    std::map<std::string, std::string> kinds;
    std::ifstream table(kData / "telegram_expected.tsv");
    for (std::string line; std::getline(table, line);) {
        const auto tab = line.find('\t');
        kinds[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return kinds;
}

TEST(TelegramSamples, DecodeToTheKindInTheTable) {
    const BotIdentity us{"111", "foo_bot"};
    const auto expected = expected_kinds();

    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(kData / "telegram")) {
        if (entry.path().extension() != ".json") continue;
        found[entry.path().filename()] = describe(decode(read(entry.path()), us));
    }

    EXPECT_EQ(found.size(), 130U);
    for (const auto& [file, kind] : expected) EXPECT_EQ(found[file], kind) << file;
    EXPECT_EQ(found.size(), expected.size());
}

TEST(TelegramSamples, CarryWhatTheirMessageSays) {
    const BotIdentity us{"111", ""};
    const auto sample = [&](const std::string& name) {
        return decode(read(kData / "telegram" / (name + ".json")), us).incoming.at(0);
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
