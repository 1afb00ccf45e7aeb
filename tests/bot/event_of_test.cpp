#include <gtest/gtest.h>

#include "bot/service/splitter.hpp"

namespace bot_test {
namespace {

storage::NewEvent event_of(adapters::Content content) {
    storage::StoredBody body;
    body.id = 3;
    body.channel = "whatsapp";
    body.raw = "{}";
    adapters::Incoming incoming;
    incoming.conversation = "6281255500001";
    incoming.external_id = "wamid.2";
    incoming.message_id = "wamid.2";
    incoming.content = std::move(content);
    return bot::event_of(body, "1", incoming);
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

}  // namespace
}  // namespace bot_test
