#include "storage/connection.hpp"

#include <fmt/format.h>

#include <charconv>
#include <pqxx/pqxx>
#include <set>
#include <stdexcept>

#include "storage/deadline_guard.hpp"
#include "storage/defects.hpp"
#include "storage/embedded_sql.hpp"
#include "storage/errors.hpp"

namespace storage {

using std::chrono::milliseconds;
using std::chrono::seconds;

// RELIABILITY.md section 2.6. 0: no limit.
struct ConnectionLimits {
    milliseconds statement, lock, idle, client_deadline;
    bool durable_commit;
    bool may_scan;
    std::string_view areas;  // folders of storage/queries, each followed by a blank
};

namespace {

ConnectionLimits limits_of(ConnectionRole role) {
    switch (role) {
        case ConnectionRole::Intake:
            return {seconds{2}, seconds{1}, seconds{5}, milliseconds{2500}, true, false, "inbox "};
        case ConnectionRole::Split:
            return {
                seconds{5}, seconds{2}, seconds{2}, seconds{6}, true, false, "split report reach "};
        case ConnectionRole::Worker:
            return {
                seconds{5},
                seconds{2},
                seconds{5},
                seconds{6},
                true,
                false,
                "turn pegawai kinerja realisasi bukti binding outbox digest notice ledger receipt "
                "due reach "};
        case ConnectionRole::Lane:
            // Its transactions only lock and pace; what must last is written by the sender.
            return {seconds{2}, seconds{1}, seconds{60}, seconds{3}, false, false, "lane tries "};
        case ConnectionRole::Sender:
            return {seconds{2}, seconds{1}, seconds{5}, seconds{3}, true, false, "attempt reach "};
        case ConnectionRole::Fetch:
            // Holds the lock of one file while it comes over the network: longer than that may
            // take.
            return {
                seconds{5},
                seconds{2},
                seconds{120},
                seconds{6},
                true,
                false,
                "ambil pegawai outbox ledger "};
        case ConnectionRole::Report:
            return {
                seconds{60},
                seconds{2},
                seconds{60},
                seconds{65},
                true,
                true,
                "pegawai kinerja binding turn ledger receipt import export admin split report "
                "reach "};
        case ConnectionRole::Simulator:
            return {
                seconds{5}, seconds{2}, seconds{5}, seconds{6}, true, true, "simulator kinerja "};
        case ConnectionRole::Migrate:
            return {seconds{0}, milliseconds{200}, seconds{60}, seconds{0}, true, true, ""};
    }
    std::abort();
}

// A plan that was made while a table was empty must not scan it when it is long: the statements of
// the hot roles all come with a few keys and an index for them, and are written in the order of the
// join. So one plan fits all values.
constexpr std::string_view kAlwaysByIndex =
    "%20-c%20enable_seqscan%3Doff%20-c%20enable_hashjoin%3Doff%20-c%20enable_mergejoin%3Doff"
    "%20-c%20join_collapse_limit%3D1%20-c%20from_collapse_limit%3D1"
    "%20-c%20plan_cache_mode%3Dforce_generic_plan";

std::string with_limits(const std::string& url, const ConnectionLimits& limits) {
    const auto option = [](std::string_view name, milliseconds value) {
        return fmt::format("%20-c%20{}%3D{}", name, value.count());
    };
    return fmt::format(
        "{}{}connect_timeout=3&tcp_user_timeout=3000&keepalives_idle=5&keepalives_interval=2"
        "&keepalives_count=3&application_name=skpbot&options=-c%20timezone%3DUTC"
        "%20-c%20datestyle%3DISO%20-c%20client_encoding%3DUTF8%20-c%20synchronous_commit%3D{}"
        "%20-c%20client_min_messages%3Dwarning%20-c%20jit%3Doff{}{}{}{}",
        url,
        url.find('?') == std::string::npos ? '?' : '&',
        limits.durable_commit ? "on" : "off",
        limits.may_scan ? "" : kAlwaysByIndex,
        option("statement_timeout", limits.statement),
        option("lock_timeout", limits.lock),
        option("idle_in_transaction_session_timeout", limits.idle)
    );
}

[[noreturn]] void rethrow(const std::string& state, const std::string& what) {
    const auto starts = [&](std::string_view prefix) { return state.starts_with(prefix); };
    if (starts("40") || state == "55P03" || state == "57014" || state == "25P03") {
        throw Conflict(state + ": " + what);
    }
    if (starts("22") || starts("23")) throw BadData(state + ": " + what);
    if (state.empty() || starts("08") || starts("53") || starts("57") || starts("58")) {
        throw Outage(state + ": " + what);
    }
    throw std::logic_error(state + ": " + what);
}

}  // namespace

class RowsContent {
public:
    explicit RowsContent(pqxx::result rows) : result(std::move(rows)) {}
    pqxx::result result;
};

class Connection::Session {
public:
    Session(const std::string& database_url, ConnectionRole role)
        : limits_(limits_of(role)), connection_(with_limits(database_url, limits_)) {
        stay_disconnected();
        watch_ = DeadlineGuard::instance().watch(connection_.sock());
    }
    ~Session() { DeadlineGuard::instance().forget(watch_); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    template <class Call>
    auto guarded(Call call) {
        if (limits_.client_deadline > milliseconds{0}) watch_->arm(limits_.client_deadline);
        try {
            auto result = call();
            watch_->disarm();
            return result;
        } catch (const pqxx::sql_error& error) {
            watch_->disarm();
            if (!connection_.is_open()) lose(error.what());
            try {
                rethrow(error.sqlstate(), error.what());
            } catch (const Outage&) {
                usable_ = false;
                throw;
            }
        } catch (const pqxx::failure& error) {
            lose(error.what());
        }
    }

    void prepare() {
        for (const EmbeddedSql& query : embedded_queries()) {
            const std::string area(query.name.substr(0, query.name.find('/')));
            if (limits_.areas.find(area + ' ') == std::string_view::npos) continue;
            guarded([&] {
                connection_.prepare(std::string(query.name), std::string(query.text));
                return 0;
            });
        }
    }

    pqxx::result execute(const std::string& sql) {
        return guarded([&] {
            pqxx::nontransaction direct(connection_);
            return direct.exec(sql);
        });
    }

    pqxx::result execute_prepared(const std::string& name, const Params& params) {
        SKPBOT_KILL_POINT("before " + name);
        auto result = send_prepared(name, params);
        SKPBOT_KILL_POINT("after " + name);
        return result;
    }

    [[nodiscard]] bool usable() const { return usable_; }

private:
    pqxx::result send_prepared(const std::string& name, const Params& params) {
        return guarded([&] {
            const auto pointers = params.pointers();
            pqxx::nontransaction direct(connection_);
#if PQXX_VERSION_MAJOR < 7
            return direct.exec_prepared(
                name, pqxx::prepare::make_dynamic_params(pointers.begin(), pointers.end())
            );
#else
            pqxx::params all;
            all.reserve(pointers.size());
            for (const char* pointer : pointers) all.append(pointer);
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
            return direct.exec(pqxx::prepped{name}, all);
#else
            return direct.exec_prepared(name, all);
#endif
#endif
        });
    }

    [[noreturn]] void lose(const char* what) {
        watch_->disarm();
        usable_ = false;
        throw Outage(what);
    }

    // libpqxx 6 reconnects a broken object by itself, without its locks and its state.
    void stay_disconnected() {
#if PQXX_VERSION_MAJOR < 7
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        connection_.inhibit_reactivation(true);
#pragma GCC diagnostic pop
#endif
    }

    ConnectionLimits limits_;
    pqxx::connection connection_;
    std::shared_ptr<DeadlineGuard::Watch> watch_;
    bool usable_ = true;
};

Connection::Connection(const std::string& database_url, ConnectionRole role) {
    try {
        session_ = std::make_unique<Session>(database_url, role);
    } catch (const pqxx::failure& error) {
        throw Outage(error.what());
    }
    session_->prepare();
}

Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;

bool Connection::usable() const {
    return session_->usable();
}

Transaction::Transaction(Connection& connection) : session_(connection.session_.get()) {
    session_->execute("BEGIN");
}

Transaction::~Transaction() {
    if (!open_ || !session_->usable()) return;
    try {
        session_->execute("ROLLBACK");
    } catch (const std::exception&) {
        // The session is lost and with it the transaction.
    }
}

Rows Transaction::run(std::string_view statement, const Params& params) {
    return Rows(
        std::make_shared<RowsContent>(session_->execute_prepared(std::string(statement), params))
    );
}

void Transaction::savepoint() {
    if (has_savepoint_) session_->execute("RELEASE SAVEPOINT turn");
    session_->execute("SAVEPOINT turn");
    has_savepoint_ = true;
}

void Transaction::rollback_to_savepoint() {
    session_->execute("ROLLBACK TO SAVEPOINT turn");
}

void Transaction::commit() {
    open_ = false;
    session_->execute("COMMIT");
}

void Transaction::run_script(std::string_view sql) {
    session_->execute(std::string(sql));
}

Rows Transaction::run_query(std::string_view sql) {
    return Rows(std::make_shared<RowsContent>(session_->execute(std::string(sql))));
}

int Rows::size() const {
    return static_cast<int>(content_->result.size());
}

std::int64_t Rows::affected() const {
    return static_cast<std::int64_t>(content_->result.affected_rows());
}

bool Row::is_null(int column) const {
    return content_
        ->result[static_cast<pqxx::result::size_type>(row_)]
                [static_cast<pqxx::row::size_type>(column)]
        .is_null();
}

std::string_view Row::view(int column) const {
    const auto field = content_->result[static_cast<pqxx::result::size_type>(row_)]
                                       [static_cast<pqxx::row::size_type>(column)];
    if (field.is_null()) throw std::logic_error(fmt::format("column {} is null", column));
    return {field.c_str(), field.size()};
}

}  // namespace storage
