#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"
#include "tests/support/wait.hpp"

// A1 of RELIABILITY.md section 4 at named points: the process is killed exactly there, several
// times each, by the build that knows their names.
namespace support::kill_points {
namespace {

constexpr int kChats = 10;
constexpr std::chrono::seconds kDeathLimit{8};

class KillPoint : public ::testing::TestWithParam<const char*> {};

TEST_P(KillPoint, LosesNothingAndDoublesNothing) {
    BotWorld world({.staff = kChats, .binary = defects_binary(), .environment = BotWorld::unpaced()}
    );
    const Plan plan = plan_of(
        world.office(), kChats, sized(60, 240), "tambah realisasi rhk 1 1 laporan", world.stamps()
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
    for (long time = 1; time <= sized(1, 5); ++time) {
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

    EXPECT_GE(hits, sized(1, 5)) << "the point was passed too seldom";
    EXPECT_EQ(seen.given_up, 0);
    EXPECT_TRUE(world.wait_until_at_rest(std::chrono::minutes{2})) << service.log_end();
    Verdict verdict = judge_effects(world.database_url(), plan);
    judge_answers(world.database_url(), world.api().sent(), verdict);
    EXPECT_TRUE(verdict.good()) << verdict.text();
}

// The places in the code that have a name, and the statements on the way of a message.
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
        "lane_released",
        "after inbox/add_bodies",
        "after split/take_turn",
        "after split/claim_bodies",
        "after split/ensure_conversations",
        "after split/add_events",
        "after split/finish_bodies",
        "after turn/claim_conversations",
        "after turn/oldest_events",
        "after tries/count_tries",
        "after pegawai/senders",
        "after kinerja/skp",
        "after pegawai/lock_persons",
        "after realisasi/add_versi",
        "after realisasi/save",
        "after receipt/add",
        "after ledger/add",
        "after outbox/add",
        "after turn/finish_events",
        "after lane/claim",
        "after lane/next_message",
        "after attempt/begin",
        "after attempt/settle",
        "after lane/pace",
        "before inbox/add_bodies",
        "before split/add_events",
        "before realisasi/save",
        "before turn/finish_events",
        "before attempt/begin",
        "before attempt/settle"
    ),
    [](const ::testing::TestParamInfo<const char*>& test) {
        std::string name = test.param;
        std::ranges::replace_if(
            name, [](char letter) { return letter == ' ' || letter == '/'; }, '_'
        );
        return name;
    }
);

}  // namespace
}  // namespace support::kill_points
