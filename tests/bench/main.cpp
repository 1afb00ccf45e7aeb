#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <optional>

#include "tests/bench/dear_statements.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/single_turns.hpp"
#include "tests/support/bot_world.hpp"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct Options {
    int chats = 5000;
    long turns = 100000;
    int connections = 64;
    double rate = 300;
    double send_rate = 25;  // what the service sends by default: Telegram takes 30
    int seconds = 20;
    int statements = 0;
    std::string binary = support::skpbot_binary();
};

struct Round {
    double turns_per_second = 0;
    std::chrono::microseconds p50{0};
    std::chrono::microseconds p99{0};
    double service_cpu = 0;   // seconds per 1,000 turns
    double database_cpu = 0;  // the same
    long otherwise = 0;       // answers that were not 200
    bool finished = false;
};

// Plays so many turns and waits until each has its rows in the database.
Round play(
    support::BotWorld& world,
    const support::PostgresCluster& cluster,
    const Options& options,
    long turns,
    double rate
) {
    const support::Plan plan = support::plan_of(
        world.office(),
        static_cast<std::size_t>(options.chats),
        turns,
        "tambah realisasi rhk 1 1 laporan",
        world.stamps()
    );
    const pid_t service = world.service().pid();
    const auto service_before = support::cpu_time(service, support::CpuOf::Process);
    const auto database_before =
        support::cpu_time(cluster.pid(), support::CpuOf::ProcessAndChildren);

    const bench::LoadFigures load = bench::send_load(
        plan,
        {.port = world.service().port(),
         .secret = support::BotWorld::secret(),
         .connections = options.connections,
         .per_second = rate}
    );
    Round round;
    round.finished = world.wait_until_worked_off(10min);
    const std::chrono::duration<double> took = Clock::now() - load.begin;
    const double thousands = static_cast<double>(turns) / 1000;
    const auto service_after = support::cpu_time(service, support::CpuOf::Process);
    const auto database_after =
        support::cpu_time(cluster.pid(), support::CpuOf::ProcessAndChildren);
    round.turns_per_second = static_cast<double>(turns) / took.count();
    round.p50 = support::percentile(load.times, 0.5);
    round.p99 = support::percentile(load.times, 0.99);
    round.otherwise = load.answered_otherwise;
    round.service_cpu = (service_after - service_before).count() / thousands;
    round.database_cpu = (database_after - database_before).count() / thousands;
    return round;
}

double milliseconds(std::chrono::microseconds time) {
    return static_cast<double>(time.count()) / 1000;
}

void print_row(const char* name, const Round& round, double single) {
    fmt::print(
        "| {} | {:.0f} | {:.2f} | {:.2f} | {:.2f} | {:.3f} | {:.3f} |{}\n",
        name,
        round.turns_per_second,
        round.turns_per_second / single,
        milliseconds(round.p50),
        milliseconds(round.p99),
        round.service_cpu,
        round.database_cpu,
        round.finished && round.otherwise == 0
            ? ""
            : fmt::format(" not clean: {} answers other than 200", round.otherwise)
    );
}

std::vector<std::string> settings_of(const Options& options) {
    std::vector<std::string> settings{"max_wal_size=4GB"};
    if (options.statements == 0) return settings;
    const auto more = bench::DearStatements::settings();
    settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

support::Environment pace_of(const Options& options) {
    auto environment = support::BotWorld::unpaced();
    environment["SKPBOT_TELEGRAM_RATE"] = fmt::format("{}", options.send_rate);
    return environment;
}

// The closed loop; on wish with the statements that it cost most.
Round closed_loop(
    support::BotWorld& world, const support::PostgresCluster& cluster, const Options& options
) {
    std::optional<bench::DearStatements> statements;
    if (options.statements > 0) statements.emplace(world.database_url());
    const Round round = play(world, cluster, options, options.turns, 0);
    if (statements) fmt::print("{}\n", statements->table(options.statements, options.turns));
    return round;
}

// Everything on one cluster, one after the other, fsync on. Gives back whether all of it was clean.
bool measure(const Options& options) {
    const support::PostgresCluster cluster(settings_of(options));
    support::BotWorld world(
        {.staff = options.chats,
         .cluster_url = cluster.socket_url(),
         .binary = options.binary,
         .environment = pace_of(options)}
    );
    // Connections, caches and the first version of every row are there before anything counts.
    play(world, cluster, options, options.chats, 0);
    // What autovacuum does within the first minute of a service's life.
    support::query(world.database_url(), "ANALYZE");

    const Round closed = closed_loop(world, cluster, options);
    const Round open = play(
        world, cluster, options, static_cast<long>(options.rate * options.seconds), options.rate
    );
    const long sent = support::query_number(
        world.database_url(), "SELECT count(*) FROM outbox WHERE state = 'sent'"
    );
    const long peak_kib = support::memory_kib(world.service().pid(), "VmHWM");
    world.service().stop();
    const bench::SingleTurns single =
        bench::measure_single_turns(world.database_url(), options.seconds);

    fmt::print(
        "| | turns/s | ratio to pgbench | ack p50 ms | ack p99 ms | service CPU s per 1,000 | "
        "PostgreSQL CPU s per 1,000 |\n|---|---|---|---|---|---|---|\n"
    );
    print_row("closed loop", closed, single.per_second);
    print_row(fmt::format("open loop, {:.0f}/s", options.rate).c_str(), open, single.per_second);
    fmt::print(
        "| pgbench, the rows of one turn per transaction, {} clients | {:.0f} | 1.00 | | | | |\n\n",
        single.clients,
        single.per_second
    );
    fmt::print(
        "{} turns in {} chats over {} connections; pgbench by clients: {}. Peak memory of the "
        "service: {:.0f} MiB. Sending at up to {:.0f} answers a second, {} left meanwhile.\n",
        options.turns,
        options.chats,
        options.connections,
        single.all,
        static_cast<double>(peak_kib) / 1024,
        options.send_rate,
        sent
    );
    return closed.finished && open.finished && closed.otherwise + open.otherwise == 0;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"Measures durable turns per second, and what PostgreSQL alone does"};
    app.add_option("--chats", options.chats, "people who write")->check(CLI::PositiveNumber);
    app.add_option("--turns", options.turns, "messages of the closed loop");
    app.add_option("--connections", options.connections, "kept-alive connections");
    app.add_option("--rate", options.rate, "messages per second of the open loop");
    app.add_option("--seconds", options.seconds, "length of the open loop and of each pgbench run");
    app.add_option("--send-rate", options.send_rate, "answers that may leave in a second");
    app.add_option("--statements", options.statements, "print so many of the dearest statements");
    app.add_option("--binary", options.binary, "program to measure");
    CLI11_PARSE(app, argc, argv);
    try {
        return measure(options) ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "skpbot_bench: {}\n", error.what());
        return 1;
    }
}
