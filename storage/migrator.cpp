#include "storage/migrator.hpp"

#include <set>
#include <stdexcept>
#include <thread>

#include "storage/connection.hpp"
#include "storage/embedded_sql.hpp"
#include "storage/errors.hpp"

namespace storage {
namespace {

constexpr auto kLockPause = std::chrono::milliseconds{200};
constexpr int kLockTries = 5 * 60 * 5;  // five minutes

// The number is our own: "skpbot" in ASCII. Held to the end of the transaction, so that a dead
// migrator leaves nothing behind.
constexpr std::string_view kLock = "SELECT pg_advisory_xact_lock(126879268339572)";
constexpr std::string_view kTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())";

std::set<std::string> applied_names(Transaction& transaction) {
    std::set<std::string> names;
    for (const Row row : transaction.run_query("SELECT name FROM schema_migration")) {
        names.insert(row.text(0));
    }
    return names;
}

// The first migration that the database lacks, or null. Throws if it has one that we do not know.
const EmbeddedSql* next_missing(const std::set<std::string>& applied) {
    std::size_t known = 0;
    const EmbeddedSql* missing = nullptr;
    for (const EmbeddedSql& migration : embedded_migrations()) {
        if (applied.contains(std::string(migration.name))) {
            ++known;
        } else if (missing == nullptr) {
            missing = &migration;
        }
    }
    if (known < applied.size()) {
        throw std::runtime_error("the database was migrated by a newer version of the program");
    }
    return missing;
}

// Applies one migration; empty if none is missing.
std::string apply_next(Connection& connection) {
    Transaction transaction(connection);
    transaction.run_script(kLock);
    transaction.run_script(kTable);
    const EmbeddedSql* migration = next_missing(applied_names(transaction));
    if (migration == nullptr) {
        transaction.commit();
        return {};
    }
    transaction.run_script(migration->text);
    transaction.run_script(
        "INSERT INTO schema_migration (name) VALUES ('" + std::string(migration->name) + "')"
    );
    transaction.commit();
    return std::string(migration->name);
}

}  // namespace

std::vector<std::string> migrate(const std::string& database_url) {
    Connection connection(database_url, ConnectionRole::Migrate);
    std::vector<std::string> done;
    for (int tries = 0;;) {
        try {
            std::string name = apply_next(connection);
            if (name.empty()) return done;
            done.push_back(std::move(name));
        } catch (const Conflict&) {
            if (++tries == kLockTries) throw;
            std::this_thread::sleep_for(kLockPause);
        }
    }
}

SchemaState schema_state(const std::string& database_url) {
    Connection connection(database_url, ConnectionRole::Migrate);
    Transaction transaction(connection);
    if (transaction.run_query("SELECT to_regclass('schema_migration')")[0].is_null(0)) {
        return SchemaState::Behind;
    }
    const auto applied = applied_names(transaction);
    if (applied.size() > embedded_migrations().size()) return SchemaState::Ahead;
    return applied.size() == embedded_migrations().size() ? SchemaState::Current
                                                          : SchemaState::Behind;
}

}  // namespace storage
