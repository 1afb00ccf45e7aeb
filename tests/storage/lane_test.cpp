#include <chrono>

#include "storage/lane_store.hpp"
#include "storage/outbox_store.hpp"
#include "tests/storage/database_fixture.hpp"

namespace {

using storage::Urgency;

constexpr int kHour = 3'600'000;

class Lanes : public DatabaseTest {
protected:
    Lanes() {
        query(
            "INSERT INTO conversation (channel, account, address) SELECT 'telegram', '7', "
            "n::text FROM generate_series(1, 40) AS n"
        );
        query("INSERT INTO lane (conversation_id) SELECT conversation_id FROM conversation");
    }

    void add(std::int64_t conversation, Urgency urgency) {
        storage::Connection connection(url(), storage::ConnectionRole::Worker);
        storage::Transaction transaction(connection);
        storage::NewMessage message;
        message.conversation_id = conversation;
        message.kind = "contoh";
        message.body = "Contoh";
        message.urgency = urgency;
        storage::OutboxStore(transaction).add({&message, 1});
        transaction.commit();
    }

    std::optional<std::int64_t> claim(Urgency urgency, std::int64_t after = 0) {
        storage::Transaction transaction(lane_);
        return storage::LaneStore(transaction).claim("telegram", urgency, after);
    }

    void pace(std::int64_t conversation, const storage::Pace& pace) {
        storage::Transaction transaction(lane_);
        storage::LaneStore(transaction).pace(conversation, pace);
        transaction.commit();
    }

    int ahead(std::int64_t conversation) {
        storage::Transaction transaction(lane_);
        return storage::LaneStore(transaction).next(conversation)->paced_ahead_ms;
    }

    storage::Connection lane_{url(), storage::ConnectionRole::Lane};
};

TEST_F(Lanes, AreClaimedByTheUrgencyOfWhatWaits) {
    for (std::int64_t chat = 1; chat <= 35; ++chat) add(chat, Urgency::Notice);
    add(36, Urgency::Answer);
    add(35, Urgency::Legal);

    EXPECT_EQ(claim(Urgency::Answer), 36);
    EXPECT_EQ(claim(Urgency::Legal), 35);
    EXPECT_EQ(claim(Urgency::Digest), std::nullopt);
    EXPECT_EQ(claim(Urgency::Notice), 1);
    EXPECT_EQ(claim(Urgency::Notice, 1), 2) << "behind the one before";
    EXPECT_EQ(claim(Urgency::Notice, 35), 1) << "and round again";
}

TEST_F(Lanes, ThatRestAreNotClaimed) {
    for (std::int64_t chat = 1; chat <= 34; ++chat) {
        add(chat, Urgency::Answer);
        if (chat < 34) pace(chat, {.rest_ms = kHour});
    }

    EXPECT_EQ(claim(Urgency::Answer), 34) << "behind more than one look holds";
    pace(34, {.rest_ms = kHour});
    EXPECT_EQ(claim(Urgency::Answer), std::nullopt);
}

TEST_F(Lanes, KeepHowFarTheirSendsReachAhead) {
    add(1, Urgency::Answer);
    EXPECT_EQ(ahead(1), 0) << "never sent to";

    pace(1, {.rest_ms = 0, .ahead_ms = kHour});

    EXPECT_LE(ahead(1), kHour);
    EXPECT_GT(ahead(1), kHour - 60'000);
    pace(1, {.rest_ms = 0, .ahead_ms = 0});
    EXPECT_EQ(ahead(1), 0);
}

}  // namespace
