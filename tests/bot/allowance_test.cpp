#include "bot/service/allowance.hpp"

#include <gtest/gtest.h>

#include "storage/migrator.hpp"
#include "tests/support/postgres.hpp"

// PLATFORMS.md sections 5 and 8.
namespace bot_test {
namespace {

TEST(Allowance, NoticesWaitAtNineTenthsOfTheLimit) {
    EXPECT_EQ(bot::people_before_waiting(250, 16), 225);
    EXPECT_EQ(bot::people_before_waiting(2'000, 16), 1'800);
    EXPECT_EQ(bot::people_before_waiting(10'000, 16), 9'000);
    EXPECT_EQ(bot::people_before_waiting(100, 16), 84) << "sixteen may be in flight";
    EXPECT_EQ(bot::people_before_waiting(1, 16), 1) << "somebody has to be written to";
    EXPECT_EQ(bot::people_before_waiting(0, 16), 0) << "no limit";
}

TEST(Allowance, ShowsWhatIsUsedAndWarnsAtEightHundred) {
    const support::TestDatabase database;
    storage::migrate(database.url());
    support::query(
        database.url(),
        "INSERT INTO conversation (channel, account, address) VALUES ('whatsapp', '7', '1')"
    );
    support::query(database.url(), "INSERT INTO lane (conversation_id) VALUES (1)");
    support::query(
        database.url(),
        "INSERT INTO outbox (conversation_id, kind, class, state, due_at, body, created_at, "
        "settled_at, delivery) SELECT 1, 'balasan', 'M', 'sent', now(), 'x', now(), now(), "
        "'delivered' FROM generate_series(1, 799)"
    );
    storage::Connection connection(database.url(), storage::ConnectionRole::Worker);
    bot::Metrics metrics;
    bot::Allowance allowance(225);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const auto look = [&] {
        storage::Transaction transaction(connection);
        EXPECT_EQ(allowance.look(transaction, metrics), 0);
    };
    look();
    const std::string before = metrics.text();
    support::query(
        database.url(),
        "INSERT INTO outbox (conversation_id, kind, class, state, due_at, body, created_at, "
        "settled_at, delivery) VALUES (1, 'balasan', 'M', 'sent', now(), 'x', now(), now(), 'read')"
    );
    look();
    look();
    const std::string log =
        testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr();

    EXPECT_NE(before.find("skpbot_whatsapp_free_messages_month 799"), std::string::npos) << before;
    EXPECT_NE(metrics.text().find("skpbot_whatsapp_free_messages_month 800"), std::string::npos);
    const std::string words = "free messages nearly used up";
    ASSERT_NE(log.find(words), std::string::npos) << log;
    EXPECT_EQ(log.find(words), log.rfind(words)) << "once";
}

}  // namespace
}  // namespace bot_test
