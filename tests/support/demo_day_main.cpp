#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "tests/support/day.hpp"

namespace {

const char* from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// Starts the stand-in for the Bot API and the service, plays the day and prints what was said.
void play(const std::string& binary, const std::string& clock) {
    const std::string token = from_environment("SKPBOT_TELEGRAM_TOKEN");
    const std::string secret = from_environment("SKPBOT_TELEGRAM_SECRET");
    const std::string database = from_environment("SKPBOT_DATABASE_URL");
    support::FakeBotApi api(token);
    support::ServiceProcess service(
        {.arguments = {"--demo", "--clock", clock},
         .environment =
             {{"SKPBOT_DATABASE_URL", database},
              {"SKPBOT_TELEGRAM_TOKEN", token},
              {"SKPBOT_TELEGRAM_SECRET", secret},
              {"SKPBOT_TELEGRAM_API", api.address()},
              {"SKPBOT_EVIDENCE_DIR", from_environment("SKPBOT_EVIDENCE_DIR")}},
         .binary = binary}
    );
    service.start_ready();
    support::Day day(
        {.api = api, .service = service, .database_url = database, .secret = secret}, clock
    );
    try {
        support::play_working_day(day);
    } catch (const std::exception&) {
        std::fputs(day.transcript().c_str(), stdout);
        std::fprintf(stderr, "%s\n", service.log_end().c_str());
        throw;
    }
    std::fputs(day.transcript().c_str(), stdout);
    service.stop();
}

}  // namespace

// skpbot_demo_day BINARY CLOCK: what `bot/demo.sh --once` runs. The database and the secrets come
// from the environment; the database is migrated and holds bot/demo.
int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: skpbot_demo_day BINARY CLOCK\n");
        return 2;
    }
    try {
        play(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "skpbot_demo_day: %s\n", error.what());
        return 1;
    }
    return 0;
}
