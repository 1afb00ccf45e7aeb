#include "tests/support/postgres.hpp"

#include <gtest/gtest.h>
#include <signal.h>

namespace support {
namespace {

TEST(PostgresClusterTest, KeepsCommittedRowsOverEveryWayToDie) {
    PostgresCluster cluster;
    query(cluster.url(), "CREATE TABLE kept (n int)");

    query(cluster.url(), "INSERT INTO kept VALUES (1)");
    cluster.stop(StopMode::Fast);
    cluster.start();
    query(cluster.url(), "INSERT INTO kept VALUES (2)");
    cluster.stop(StopMode::Immediate);
    cluster.start();
    query(cluster.socket_url(), "INSERT INTO kept VALUES (3)");
    cluster.kill9();
    cluster.start();

    EXPECT_EQ(query_number(cluster.url(), "SELECT count(*) FROM kept"), 3);
    EXPECT_EQ(query_text(cluster.url(), "SHOW fsync"), "on");
}

TEST(PostgresClusterTest, LeavesNoProcessBehind) {
    pid_t server = 0;
    {
        const PostgresCluster cluster;
        server = cluster.pid();
    }

    EXPECT_EQ(::kill(server, 0), -1);
}

TEST(TestDatabaseTest, IsEmptyAndGoneAtTheEnd) {
    std::string name;
    {
        const TestDatabase database;
        name = database.name();
        EXPECT_EQ(
            query_number(
                database.url(),
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
            ),
            0
        );
    }

    EXPECT_EQ(
        query_number(
            shared_cluster_url(), "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'"
        ),
        0
    );
}

TEST(WithDatabaseTest, ChangesOnlyTheDatabase) {
    EXPECT_EQ(with_database("postgresql://a@h:1/x?host=/s", "y"), "postgresql://a@h:1/y?host=/s");
    EXPECT_EQ(with_database("postgresql://a@h:1", "y"), "postgresql://a@h:1/y");
}

}  // namespace
}  // namespace support
