#include <gtest/gtest.h>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"
#include "tests/support/wait.hpp"

// A9 of RELIABILITY.md section 4: an orderly stop under load cuts nothing off.
namespace support::sigterm {
namespace {

constexpr int kChats = 50;
constexpr std::chrono::seconds kStopLimit{10};

struct Outcome {
    TrafficSeen seen;
    Verdict verdict;
    long stops = 0;
    long late_or_wrong = 0;
    long in_doubt = 0;
};

Outcome play(const std::string& binary, const std::string& defect) {
    BotWorld world(
        {.staff = kChats, .binary = binary, .defect = defect, .environment = BotWorld::unpaced()}
    );
    world.api().set_latency(std::chrono::milliseconds{50});
    const long stops = sized(3, 20);
    const Plan plan = plan_of(
        world.office(), kChats, stops * 400, "tambah realisasi rhk 1 1 laporan", world.stamps()
    );
    Outcome outcome;
    Traffic traffic(
        plan,
        {.port = world.service().port(),
         .secret = BotWorld::secret(),
         .connections = 16,
         .per_second = 200}
    );
    for (long stop = 0; stop < stops && !traffic.finished(); ++stop) {
        const long before = traffic.accepted();
        wait_until(
            [&] { return traffic.accepted() > before + 150 || traffic.finished(); },
            std::chrono::seconds{20}
        );
        const auto ended = world.service().stop(kStopLimit);
        ++outcome.stops;
        if (!ended || ended->exit_code != 0) {
            ++outcome.late_or_wrong;
            world.service().kill9();
        }
        world.service().start_ready();
    }
    outcome.seen = traffic.join();
    world.wait_until_at_rest(std::chrono::minutes{1});
    outcome.verdict = judge_effects(world.database_url(), plan);
    judge_answers(world.database_url(), world.api().sent(), outcome.verdict);
    outcome.in_doubt = query_number(
        world.database_url(),
        "SELECT count(*) FROM attempt WHERE outcome IS NULL OR outcome = 'in_doubt'"
    );
    return outcome;
}

TEST(Sigterm, UnderLoadEndsInOrderAndCutsNothingOff) {
    const Outcome outcome = play(skpbot_binary(), "");

    EXPECT_GT(outcome.stops, 0);
    EXPECT_EQ(outcome.late_or_wrong, 0) << "stops that took too long or did not give exit code 0";
    EXPECT_EQ(outcome.in_doubt, 0) << "sends that were cut off";
    EXPECT_TRUE(outcome.verdict.good()) << outcome.verdict.text();
}

TEST(SigtermControl, EndingAtOnceMustCutSendsOff) {
    if (!is_nightly()) GTEST_SKIP() << "nightly only";
    const Outcome outcome = play(defects_binary(), "exit_at_once");

    EXPECT_TRUE(outcome.in_doubt > 0 || outcome.late_or_wrong > 0);
}

}  // namespace
}  // namespace support::sigterm
