#include <gtest/gtest.h>

#include <random>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"
#include "tests/support/wait.hpp"

// B1 of RELIABILITY.md section 4: PostgreSQL is restarted under load, in the three ways in which it
// can go away.
namespace support {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kSeed = 11;
constexpr int kChats = 300;
constexpr double kPerSecond = 300;
constexpr std::chrono::milliseconds kAnswerLimit{5000};
constexpr std::chrono::milliseconds kBackAgain{1000};

struct Outcome {
    Verdict verdict;
    TrafficSeen seen;
    bool settled = false;
    bool service_lived = true;
    std::chrono::milliseconds slowest_return{0};  // from "accepts connections" to the next 200
};

// Gives back how long the next 200 took after PostgreSQL accepted connections again.
std::chrono::milliseconds restart(PostgresCluster& cluster, const Traffic& traffic, long number) {
    switch (number % 3) {
        case 0:
            cluster.stop(StopMode::Fast);
            break;
        case 1:
            cluster.stop(StopMode::Immediate);
            break;
        default:
            cluster.kill9();
            break;
    }
    cluster.start();
    const auto up = Clock::now();
    const long before = traffic.accepted();
    wait_until(
        [&] { return traffic.accepted() > before || traffic.finished(); }, std::chrono::seconds{20}
    );
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - up);
}

Outcome play(long restarts, const std::string& binary, const std::string& defect) {
    PostgresCluster cluster;
    Outcome outcome;
    BotWorld world(
        {.staff = kChats,
         .cluster_url = cluster.url(),
         .binary = binary,
         .defect = defect,
         .environment = BotWorld::unpaced()}
    );
    // Gaps of 1 to 4 s between the restarts, and some room at the end.
    const long messages = static_cast<long>(kPerSecond) * (restarts * 2 + 2);
    const Plan plan = plan_of(
        world.office(), kChats, messages, "tambah realisasi rhk 1 1 laporan", world.stamps()
    );
    Traffic traffic(
        plan,
        {.port = world.service().port(),
         .secret = BotWorld::secret(),
         .connections = 16,
         .per_second = kPerSecond,
         .seed = kSeed,
         .give_up = std::chrono::seconds{30}}
    );
    std::mt19937_64 random(kSeed);
    std::uniform_int_distribution<int> gap_ms(1000, is_nightly() ? 4000 : 2000);
    for (long number = 0; number < restarts && !traffic.finished(); ++number) {
        let_pass(std::chrono::milliseconds{gap_ms(random)});
        outcome.slowest_return =
            std::max(outcome.slowest_return, restart(cluster, traffic, number));
    }
    outcome.seen = traffic.join();
    outcome.service_lived = world.service().running();
    outcome.settled = world.wait_until_at_rest(std::chrono::minutes{2});
    outcome.verdict = judge_effects(world.database_url(), plan);
    judge_answers(world.database_url(), world.api().sent(), outcome.verdict);
    return outcome;
}

TEST(DatabaseRestart, LosesNothingAndSays503Meanwhile) {
    const Outcome outcome = play(sized(6, 10), skpbot_binary(), "");

    for (const auto& [status, count] : outcome.seen.answers)
        EXPECT_TRUE(status == 200 || status == 503) << count << " answers with " << status;
    EXPECT_EQ(outcome.seen.bad_unavailable, 0) << "503 without Retry-After: 5";
    EXPECT_LE(outcome.seen.slowest, kAnswerLimit) << "an answer came too late";
    EXPECT_LE(outcome.slowest_return, kBackAgain) << "no 200 soon after PostgreSQL was back";
    EXPECT_EQ(outcome.seen.given_up, 0) << "messages that never got their 200";
    EXPECT_TRUE(outcome.service_lived) << "the service ended";
    EXPECT_TRUE(outcome.settled) << "work or messages were left over";
    EXPECT_TRUE(outcome.verdict.good()) << "seed " << kSeed << ": " << outcome.verdict.text();
}

class DatabaseRestartControl : public ::testing::Test {
protected:
    void SetUp() override {
        if (!is_nightly()) GTEST_SKIP() << "nightly only";
    }
};

TEST_F(DatabaseRestartControl, Answering200BeforeTheCommitMustLose) {
    EXPECT_GT(play(6, defects_binary(), "ok_before_commit").verdict.lost, 0);
}

TEST_F(DatabaseRestartControl, WithoutReconnectingItMustGetStuck) {
    const Outcome outcome = play(2, defects_binary(), "no_reconnect");

    EXPECT_TRUE(outcome.seen.given_up > 0 || !outcome.settled);
}

}  // namespace
}  // namespace support
