#include "storage/due_store.hpp"
#include "storage/lane_store.hpp"
#include "tests/storage/database_fixture.hpp"

// PLATFORMS.md section 5: so many people in 24 hours outside their window, then notices wait.
namespace {

class PeopleLimit : public DatabaseTest {
protected:
    PeopleLimit() {
        query(
            "INSERT INTO conversation (channel, account, address) SELECT 'whatsapp', '7', n::text "
            "FROM generate_series(1, 12) AS n"
        );
        query("INSERT INTO lane (conversation_id) SELECT conversation_id FROM conversation");
    }

    // A message to the conversation in a state; `more` are further columns and their values.
    void add(
        int conversation,
        const std::string& state,
        const std::string& columns = "",
        const std::string& values = ""
    ) const {
        query(
            "INSERT INTO outbox (conversation_id, kind, class, state, due_at, body, created_at" +
            columns + ") VALUES (" + std::to_string(conversation) + ", 'contoh', 'M', '" + state +
            "', now(), 'x', now()" + values + ")"
        );
    }
    void add_template(int conversation, const std::string& age) const {
        add(conversation,
            "sent",
            ", as_template, settled_at",
            ", true, now() - interval '" + age + "'");
    }
    void add_held(int conversation, const std::string& code, int urgency = 3) const {
        add(conversation,
            "held",
            ", error_code, urgency",
            ", '" + code + "', " + std::to_string(urgency));
    }

    storage::LaneStore::Reached reached(std::int64_t conversation) const {
        storage::Connection connection(url(), storage::ConnectionRole::Lane);
        storage::Transaction transaction(connection);
        return storage::LaneStore(transaction).reached_in_a_day(conversation);
    }

    std::int64_t release(std::int64_t most) const {
        storage::Connection connection(url(), storage::ConnectionRole::Worker);
        storage::Transaction transaction(connection);
        const auto released = storage::DueStore(transaction).release_for_room(most);
        transaction.commit();
        return released;
    }

    [[nodiscard]] std::string waiting() const {
        return support::query_text(
            url(),
            "SELECT coalesce(string_agg(conversation_id::text, ' ' ORDER BY conversation_id), '') "
            "FROM outbox WHERE state = 'waiting'"
        );
    }
};

TEST_F(PeopleLimit, CountsPeopleNotMessages) {
    add_template(1, "1 hour");
    add_template(1, "2 hours");
    add_template(2, "23 hours");
    add_template(3, "25 hours");
    add(4, "sent", ", settled_at", ", now()");

    EXPECT_EQ(reached(5).others, 2);
    EXPECT_FALSE(reached(5).this_one);
    EXPECT_EQ(reached(1).others, 1);
    EXPECT_TRUE(reached(1).this_one);
    EXPECT_FALSE(reached(3).this_one) << "that was yesterday";
}

TEST_F(PeopleLimit, LetsGoWhatThereIsRoomForAndATermInLawFirst) {
    add_template(1, "1 hour");
    add_held(2, "people_limit");
    add_held(3, "people_limit");
    add_held(4, "people_limit", 1);
    add_held(5, "window_closed");

    EXPECT_EQ(release(1), 0) << "it is all used";
    EXPECT_EQ(waiting(), "");
    EXPECT_EQ(release(3), 2);
    EXPECT_EQ(waiting(), "2 4");
    EXPECT_EQ(release(100), 1) << "what waits for the person goes on waiting";
    EXPECT_EQ(waiting(), "2 3 4");
}

TEST_F(PeopleLimit, WritesToNobodyWhoIsGoneOrBoundNoMore) {
    add_held(2, "people_limit");
    query("UPDATE lane SET gone_at = now() WHERE conversation_id = 2");
    add(3, "held", ", error_code, pegawai_id", ", 'people_limit', 77");

    EXPECT_EQ(release(100), 0);
}

TEST_F(PeopleLimit, HoldingSaysForWhat) {
    add(1, "waiting");
    add(2, "waiting");
    storage::Connection connection(url(), storage::ConnectionRole::Lane);
    storage::Transaction transaction(connection);
    storage::LaneStore lanes(transaction);
    lanes.hold(1, storage::LaneStore::WaitsFor::Room);
    lanes.hold(2, storage::LaneStore::WaitsFor::Person);
    transaction.commit();

    EXPECT_EQ(release(100), 1);
    EXPECT_EQ(waiting(), "1");
}

TEST_F(PeopleLimit, UsageIsOfTheDayAndTheMonth) {
    add_template(1, "1 hour");
    add_template(2, "30 hours");
    add(3, "sent", ", settled_at, delivery", ", now(), 'delivered'");
    add(3, "sent", ", settled_at, delivery", ", now(), 'read'");
    add(3, "sent", ", settled_at, delivery", ", now(), 'sent'");
    add(3, "sent", ", settled_at, delivery", ", now() - interval '32 days', 'read'");
    storage::Connection connection(url(), storage::ConnectionRole::Worker);
    storage::Transaction transaction(connection);

    const storage::PlatformUsage usage = storage::platform_usage(transaction);

    EXPECT_EQ(usage.people, 1);
    EXPECT_EQ(usage.free_messages, 2);
}

}  // namespace
