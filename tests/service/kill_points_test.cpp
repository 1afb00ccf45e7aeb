#include <gtest/gtest.h>
#include <signal.h>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"
#include "tests/support/wait.hpp"

// A1 of RELIABILITY.md section 4 at named points: the process is killed exactly there, several
// times each, by the build that knows their names.
namespace support {
namespace {

constexpr int kChats = 10;
constexpr long kMessages = 60;
constexpr std::chrono::seconds kDeathLimit{20};

class KillPoint : public ::testing::TestWithParam<const char*> {};

TEST_P(KillPoint, LosesNothingAndDoublesNothing) {
    BotWorld world({.staff = kChats, .binary = defects_binary(), .environment = BotWorld::unpaced()}
    );
    const Plan plan = plan_of(
        world.office(), kChats, kMessages, "tambah realisasi rhk 1 1 laporan", world.stamps()
    );
    ServiceProcess& service = world.service();
    service.stop();
    Traffic traffic(
        plan,
        {.port = service.port(),
         .secret = BotWorld::secret(),
         .connections = 4,
         .redelivered = 0.05,
         .per_second = 60}
    );
    long hits = 0;
    for (long time = 1; time <= sized(2, 5); ++time) {
        service.set_environment("KILL_AT", std::string(GetParam()) + ":" + std::to_string(time));
        service.start();
        const auto ended = service.wait(kDeathLimit);
        if (ended && ended->signal == SIGKILL) ++hits;
        if (!ended) service.kill9();
        if (traffic.finished()) break;
    }
    service.set_environment("KILL_AT", "");
    service.start_ready();
    const TrafficSeen seen = traffic.join();

    EXPECT_GT(hits, 0) << "the point was never passed";
    EXPECT_EQ(seen.given_up, 0);
    EXPECT_TRUE(world.wait_until_at_rest(std::chrono::minutes{2})) << service.log_end();
    Verdict verdict = judge_effects(world.database_url(), plan);
    judge_answers(world.database_url(), world.api().sent(), verdict);
    EXPECT_TRUE(verdict.good()) << verdict.text();
}

INSTANTIATE_TEST_SUITE_P(
    All,
    KillPoint,
    ::testing::Values(
        "intake_inserted",
        "intake_committed",
        "split_decoded",
        "split_written",
        "split_committed",
        "turn_claimed",
        "turn_tries_counted",
        "turn_written",
        "turn_committed",
        "lane_claimed",
        "attempt_begun",
        "sent",
        "attempt_settled",
        "lane_released"
    ),
    [](const ::testing::TestParamInfo<const char*>& test) { return std::string(test.param); }
);

}  // namespace
}  // namespace support
