#include <gtest/gtest.h>

#include "bot/service/events.hpp"

namespace bot_test {
namespace {

constexpr std::chrono::seconds kWindow{86'100};

storage::NewEvent event_of(
    adapters::Content content, std::optional<std::chrono::seconds> window = std::nullopt
) {
    storage::StoredBody body;
    body.id = 3;
    body.channel = "whatsapp";
    body.raw = "{}";
    adapters::Incoming incoming;
    incoming.conversation = "6281255500001";
    incoming.external_id = "wamid.2";
    incoming.message_id = "wamid.2";
    incoming.sent_at = domain::Instant{std::chrono::seconds{1'000}};
    incoming.content = std::move(content);
    return bot::event_of(body, incoming, window);
}

TEST(EventOf, NamesTheMessageThatWasEdited) {
    const auto named = event_of(adapters::Edited{"rhk 1 5 laporan", "wamid.1"});
    const auto itself = event_of(adapters::Edited{"rhk 1 5 laporan", ""});

    EXPECT_EQ(named.kind, "edited");
    EXPECT_EQ(named.body, "rhk 1 5 laporan");
    EXPECT_EQ(named.detail, "wamid.1");
    EXPECT_EQ(itself.detail, "");
    EXPECT_EQ(itself.message_id, "wamid.2");
}

TEST(EventOf, LetsATurnSeeWhatWasTakenBack) {
    const auto event = event_of(adapters::Revoked{"wamid.1"});

    EXPECT_EQ(event.kind, "revoked");
    EXPECT_EQ(event.detail, "wamid.1");
    EXPECT_EQ(event.body, "");
    EXPECT_FALSE(event.ignored);
}

TEST(EventOf, KeepsWhatNoTurnReads) {
    EXPECT_TRUE(event_of(adapters::IdentityChanged{}).ignored);
    EXPECT_TRUE(event_of(adapters::Ignored{"poll"}).ignored);
}

TEST(EventOf, OpensTheWindowByWhatAPersonWrites) {
    const auto written = event_of(adapters::Text{"halo"}, kWindow);

    EXPECT_EQ(written.window_until, domain::Instant{std::chrono::seconds{1'000}} + kWindow);
    EXPECT_FALSE(event_of(adapters::Text{"halo"}).window_until) << "there is none";
    for (const adapters::Content& silent : std::initializer_list<adapters::Content>{
             adapters::Reaction{"wamid.1", {"x"}, {}},
             adapters::Blocked{},
             adapters::Ignored{"calls"},
             adapters::IdentityChanged{}})
        EXPECT_FALSE(event_of(silent, kWindow).window_until);
    EXPECT_TRUE(event_of(adapters::Blocked{}).closes_chat);
    EXPECT_FALSE(written.closes_chat);
}

TEST(EventOf, ReadsOfAReactionWhetherTheThumbIsThere) {
    const std::string thumb = "\U0001F44D\U0001F3FD";
    const std::string heart = "\u2764";
    const auto body = [](adapters::Reaction reaction) {
        reaction.message_id = "wamid.1";
        return event_of(std::move(reaction)).body;
    };

    EXPECT_EQ(body({"", {heart, thumb}, {}}), thumb);
    EXPECT_EQ(body({"", {heart}, {}}), heart);
    EXPECT_EQ(body({"", {heart}, {thumb}}), "") << "another in its place";
    EXPECT_EQ(body({"", {}, {thumb}}), "");
    EXPECT_EQ(body({.message_id = "", .added = {heart}, .removed = {}, .replaces = true}), "");
    const auto event = event_of(adapters::Reaction{"wamid.1", {thumb}, {}});
    EXPECT_EQ(event.reply_to, "wamid.1");
    EXPECT_EQ(event.message_id, bot::reaction_key("wamid.1"));
}

}  // namespace
}  // namespace bot_test
