#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "storage/params.hpp"
#include "storage/rows.hpp"

namespace storage {

// What a connection is for: decides its limits (RELIABILITY.md section 2.6) and which statements
// are prepared on it.
enum class ConnectionRole {
    Intake,
    Split,
    Worker,
    Lane,
    Sender,
    Fetch,
    Report,
    Simulator,
    Migrate
};

// One session with PostgreSQL. For one thread at a time. Opening and every call block, at most for
// the client deadline of the role; then, or when the server is gone, they throw Outage and the
// object is of no use: destroy it and open another. It never reconnects by itself.
class Connection {
public:
    // Connects and prepares the statements of the role. Throws Outage.
    Connection(const std::string& database_url, ConnectionRole role);
    ~Connection();
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;

    // False after an Outage.
    [[nodiscard]] bool usable() const;

private:
    friend class Transaction;
    class Session;
    std::unique_ptr<Session> session_;
};

// One transaction (READ COMMITTED). For one thread; at most one per connection. Rolled back when
// destroyed without commit().
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Runs a prepared statement, named "<area>/<file>" in storage/queries. Throws Outage, Conflict
    // or BadData; after one of these only rollback_to_savepoint() or destruction makes sense.
    Rows run(std::string_view statement, const Params& params = {});

    // One savepoint at a time; a second call moves it.
    void savepoint();
    void rollback_to_savepoint();

    // Durable when it returns, unless the statement set says otherwise. Throws Outage if it is not
    // known whether it happened.
    void commit();

    // For migrations only: SQL that is not a prepared statement, several statements or one query.
    void run_script(std::string_view sql);
    Rows run_query(std::string_view sql);

private:
    Connection::Session* session_;
    bool open_ = true;
    bool has_savepoint_ = false;
};

}  // namespace storage
