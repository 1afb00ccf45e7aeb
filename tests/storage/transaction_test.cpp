#include "storage/due_store.hpp"
#include "storage/errors.hpp"
#include "storage/inbox_store.hpp"
#include "tests/storage/database_fixture.hpp"

namespace {

using storage::Connection;
using storage::ConnectionRole;
using storage::Transaction;

class Transactions : public DatabaseTest {
protected:
    static void add_body(Transaction& transaction, std::string_view raw) {
        const storage::InboxBody body{"telegram", "1", raw};
        storage::InboxStore(transaction).add({&body, 1});
    }
    std::string bodies() const { return *query("SELECT count(*) FROM inbox").front().front(); }
};

TEST_F(Transactions, KeepNothingWithoutACommit) {
    Connection connection(url(), ConnectionRole::Intake);
    {
        Transaction transaction(connection);
        add_body(transaction, "{}");
    }

    EXPECT_EQ(bodies(), "0");
}

TEST_F(Transactions, KeepWhatCameBeforeTheSavepoint) {
    Connection connection(url(), ConnectionRole::Intake);
    Transaction transaction(connection);
    add_body(transaction, "1");
    transaction.savepoint();
    add_body(transaction, "2");
    transaction.rollback_to_savepoint();
    transaction.commit();

    EXPECT_EQ(bodies(), "1");
}

TEST_F(Transactions, KeepABodyByteForByteWhateverIsInIt) {
    std::string raw;
    for (int i = 0; i < 256; ++i) raw += static_cast<char>(i);
    Connection connection(url(), ConnectionRole::Intake);
    Transaction transaction(connection);
    add_body(transaction, raw);
    add_body(transaction, raw);
    transaction.commit();

    EXPECT_EQ(bodies(), "1");
    EXPECT_EQ(*query("SELECT length(raw) FROM inbox").front().front(), "256");
}

TEST_F(Transactions, RefuseTextThatWouldBeCut) {
    using namespace std::string_view_literals;

    EXPECT_THROW(storage::Params().add("a\0b"sv), storage::BadData);
    EXPECT_THROW(storage::Params().add("\xC3"sv), storage::BadData);
    EXPECT_THROW(storage::ArrayParam().add("\xED\xA0\x80"sv), storage::BadData);
}

TEST_F(Transactions, SayThatTheServerIsGone) {
    Connection connection(url(), ConnectionRole::Worker);
    Transaction transaction(connection);
    query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid()"
    );

    EXPECT_THROW(storage::DueStore(transaction).database_time(), storage::Outage);
    EXPECT_FALSE(connection.usable());
}

TEST_F(Transactions, SayThatSomebodyElseIsInTheWay) {
    query("INSERT INTO inbox (channel, account, sha256, raw) VALUES ('telegram', '1', '', '')");
    Connection holder(url(), ConnectionRole::Migrate), waiter(url(), ConnectionRole::Migrate);
    Transaction first(holder), second(waiter);
    first.run_script("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE");

    EXPECT_THROW(second.run_script("SELECT 1 FROM inbox"), storage::Conflict);
}

TEST_F(Transactions, GiveInstantsToTheMicrosecond) {
    Connection connection(url(), ConnectionRole::Migrate);
    Transaction transaction(connection);
    const auto rows = transaction.run_query("SELECT timestamptz '2026-03-30 08:00:00.25+07'");

    EXPECT_EQ(rows[0].instant(0), *domain::instan_dari_rfc3339("2026-03-30T08:00:00.25+07:00"));
}

}  // namespace
