#include <signal.h>
#include <sys/prctl.h>

#include <cstdio>
#include <exception>

#include "tests/support/postgres.hpp"

// A throw-away PostgreSQL cluster as a program: prints its URL in one line, runs until SIGINT or
// SIGTERM or until whoever started it is gone, and leaves nothing behind.
int main() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, nullptr);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    try {
        const support::PostgresCluster cluster;
        std::printf("%s\n", cluster.url().c_str());
        std::fflush(stdout);
        int received = 0;
        sigwait(&ends, &received);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "skpbot_cluster: %s\n", error.what());
        return 1;
    }
    return 0;
}
