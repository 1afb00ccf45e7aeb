#include "bot/cli/serve.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>
#include <system_error>
#include <thread>

#include "bot/service/service.hpp"
#include "storage/defects.hpp"
#include "storage/errors.hpp"
#include "storage/migrator.hpp"

namespace bot {
namespace {

constexpr std::chrono::seconds kDatabasePatience{30};
constexpr std::chrono::milliseconds kDatabasePause{500};

// Signals are taken by sigwait alone, so no handler runs in the middle of anything.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void wait_for_stop(const sigset_t& signals) {
    int received = 0;
    while (sigwait(&signals, &received) != 0) {
    }
    spdlog::info(fmt::format("stopping signal={}", received));
}

// A second signal ends the program at once.
void end_at_second_signal(sigset_t signals) {
    std::thread([signals] {
        int received = 0;
        sigwait(&signals, &received);
        ::_exit(1);
    }).detach();
}

// Why the service must not start; empty: it may. Waits for a database that is just starting.
std::string schema_problem(const std::string& database_url) {
    const auto end = std::chrono::steady_clock::now() + kDatabasePatience;
    while (true) {
        try {
            switch (storage::schema_state(database_url)) {
                case storage::SchemaState::Current:
                    return "";
                case storage::SchemaState::Behind:
                    return "the database is not migrated; run: skpbot migrate";
                case storage::SchemaState::Ahead:
                    return "the database was migrated by a newer version of skpbot";
            }
        } catch (const storage::Outage&) {
            if (std::chrono::steady_clock::now() > end) return "the database does not answer";
            std::this_thread::sleep_for(kDatabasePause);
        }
    }
}

}  // namespace

int run_serve(
    const Config& config, const ServeOptions& options, std::ostream& out, std::ostream& err
) {
    const sigset_t signals = block_stop_signals();
    const std::string problem = schema_problem(config.database_url);
    if (!problem.empty()) {
        err << problem << '\n';
        return 1;
    }
    Service service(config, options);
    try {
        const std::uint16_t port = service.start();
        spdlog::info(fmt::format("serving port={} demo={}", port, options.demo));
        out << "listening on port " << port << std::endl;
    } catch (const std::system_error& error) {
        err << "cannot listen on " << config.listen << ": " << error.code().message() << '\n';
        return 1;
    }
    wait_for_stop(signals);
    if (SKPBOT_DEFECT("exit_at_once")) ::_exit(0);
    end_at_second_signal(signals);
    service.stop();
    spdlog::info("stopped");
    return 0;
}

}  // namespace bot
