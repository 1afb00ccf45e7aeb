#include <thread>

#include "storage/embedded_sql.hpp"
#include "tests/storage/database_fixture.hpp"

namespace {

TEST(Migrator, AppliesEveryMigrationToAnEmptyDatabaseAndThenNone) {
    const support::TestDatabase database;

    const auto first = storage::migrate(database.url());
    const auto second = storage::migrate(database.url());

    EXPECT_EQ(first.size(), storage::embedded_migrations().size());
    EXPECT_TRUE(second.empty());
    EXPECT_EQ(storage::schema_state(database.url()), storage::SchemaState::Current);
}

TEST(Migrator, LetsManyStartAtTheSameTime) {
    const support::TestDatabase database;
    std::atomic<std::size_t> applied{0};

    {
        std::vector<std::jthread> starters;
        for (int i = 0; i < 4; ++i) {
            starters.emplace_back([&] { applied += storage::migrate(database.url()).size(); });
        }
    }

    EXPECT_EQ(applied, storage::embedded_migrations().size());
}

TEST(Migrator, KnowsAnEmptyDatabaseAndOneThatIsAhead) {
    const support::TestDatabase database;
    const auto before = storage::schema_state(database.url());
    storage::migrate(database.url());
    support::query(database.url(), "INSERT INTO schema_migration (name) VALUES ('9999_later')");

    EXPECT_EQ(before, storage::SchemaState::Behind);
    EXPECT_EQ(storage::schema_state(database.url()), storage::SchemaState::Ahead);
    EXPECT_THROW(storage::migrate(database.url()), std::runtime_error);
}

class Schema : public DatabaseTest {};

// So that the tables can be spread by it.
TEST_F(Schema, HasInstansiFirstInEveryPrimaryKey) {
    const auto rows = query(
        "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid "
        "AND a.attnum = i.indkey[0] WHERE i.indisprimary AND n.nspname = 'public' AND "
        "a.attname <> 'instansi_id' AND c.relname <> 'schema_migration'"
    );

    EXPECT_TRUE(rows.empty()) << *rows.front().front();
}

TEST_F(Schema, TakesNoNumberThatIsNone) {
    for (const char* bad : {"'NaN'", "'Infinity'", "-1", "1000000000000"}) {
        EXPECT_ANY_THROW(query(
            std::string("INSERT INTO indikator (instansi_id, rhk_id, urut, teks, target) VALUES "
                        "(0, 0, 1, 'x', ") +
            bad + ")"
        )) << bad;
    }
}

}  // namespace
