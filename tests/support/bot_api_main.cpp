#include <signal.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/support/fake_bot_api.hpp"

// The stand-in for the Telegram Bot API as a program: skpbot_bot_api TOKEN [PORT]. Prints its
// address in one line and runs until SIGINT or SIGTERM.
int main(int argc, char** argv) {
    if (argc < 2 || argc > 3) {
        std::fprintf(stderr, "usage: skpbot_bot_api TOKEN [PORT]\n");
        return 2;
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    // Before the stand-in starts its thread, so that the thread leaves the signals to us.
    sigprocmask(SIG_BLOCK, &ends, nullptr);

    const auto port = static_cast<unsigned short>(argc == 3 ? std::atoi(argv[2]) : 0);
    const support::FakeBotApi api(argv[1], port);
    std::printf("%s\n", api.address().c_str());
    std::fflush(stdout);
    int received = 0;
    sigwait(&ends, &received);
    return 0;
}
