#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/command.hpp"

namespace support {

enum class StopMode { Fast, Immediate };

// A throw-away PostgreSQL cluster in a folder of its own: Unix socket and 127.0.0.1, a port of its
// own, fsync on. Made by the constructor and running after it; stopped and deleted by the
// destructor. Never touches another cluster of the machine. Runs as an unprivileged user if we are
// root. For one thread; the thread that starts it must outlive it.
class PostgresCluster {
public:
    // `settings` are lines of postgresql.conf ("max_connections=200"). Throws std::runtime_error if
    // no server programs are installed or the server does not start.
    explicit PostgresCluster(std::vector<std::string> settings = {});
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    // Starts the server and waits until it accepts connections.
    void start();
    void stop(StopMode mode);
    // SIGKILL to the server and all its processes.
    void kill9();

    [[nodiscard]] bool running() const { return server_ != nullptr; }
    [[nodiscard]] pid_t pid() const { return server_ ? server_->pid() : -1; }

    // The address of a database over TCP, and over the Unix socket.
    [[nodiscard]] std::string url(const std::string& database = "postgres") const;
    [[nodiscard]] std::string socket_url(const std::string& database = "postgres") const;

    [[nodiscard]] std::string log() const;
    [[nodiscard]] const std::string& folder() const { return folder_.path(); }

private:
    void launch();
    void wait_until_gone();

    TemporaryFolder folder_;
    std::string programs_;  // folder of initdb and postgres
    std::string user_;      // empty: run as we are
    unsigned short port_ = 0;
    std::unique_ptr<Child> server_;
};

// The cluster of the fast tests: the one that SKPBOT_TEST_DATABASE_URL names (tests/run.sh sets
// it), else one that is started at the first call and lives as long as the test program.
std::string shared_cluster_url();

// A fresh, empty database with a random name; dropped at the end, whoever is still connected.
class TestDatabase {
public:
    explicit TestDatabase(std::string cluster_url = shared_cluster_url());
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] const std::string& url() const { return url_; }
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    std::string cluster_url_;
    std::string name_;
    std::string url_;
};

// The same address with another database name.
std::string with_database(const std::string& url, const std::string& database);

using Row = std::vector<std::optional<std::string>>;

// Runs one statement on a connection of its own. Throws what libpqxx throws.
std::vector<Row> query(const std::string& url, const std::string& sql);

// The first column of the first row. Throws std::runtime_error if there is none or it is null.
std::string query_text(const std::string& url, const std::string& sql);
long query_number(const std::string& url, const std::string& sql);

// The folder with initdb, postgres, pgbench: SKPBOT_PG_BIN, else the newest one under
// /usr/lib/postgresql, else what PATH finds. Throws std::runtime_error if there is none.
std::string postgres_programs();

}  // namespace support
