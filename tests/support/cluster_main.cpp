#include <signal.h>
#include <sys/prctl.h>

#include <cstdio>
#include <exception>

#include "tests/support/postgres.hpp"

// A throw-away PostgreSQL cluster as a program: prints its URL in one line, runs until SIGINT or
// SIGTERM or until whoever started it is gone, and leaves nothing behind. SIGHUP restarts the
// server at the same address. Arguments are lines of postgresql.conf ("fsync=off").
int main(int argc, char** argv) {
    sigset_t heard;
    sigemptyset(&heard);
    sigaddset(&heard, SIGINT);
    sigaddset(&heard, SIGTERM);
    sigaddset(&heard, SIGHUP);
    sigprocmask(SIG_BLOCK, &heard, nullptr);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    try {
        support::PostgresCluster cluster({argv + 1, argv + argc});
        std::printf("%s\n", cluster.url().c_str());
        std::fflush(stdout);
        int received = 0;
        while (sigwait(&heard, &received) == 0 && received == SIGHUP) {
            cluster.stop(support::StopMode::Fast);
            cluster.start();
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "skpbot_cluster: %s\n", error.what());
        return 1;
    }
    return 0;
}
