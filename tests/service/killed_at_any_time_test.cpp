#include <gtest/gtest.h>

#include <random>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"
#include "tests/support/wait.hpp"

// A1 of RELIABILITY.md section 4: killed at any moment, the program loses nothing, doubles nothing
// and keeps the order of each chat.
namespace support::killed_at_any_time {
namespace {

constexpr std::uint64_t kSeed = 20260427;
constexpr int kChats = 100;

struct Storm {
    long messages = 0;
    long kills = 0;
    double per_second = 0;
};

struct Outcome {
    Verdict verdict;
    TrafficSeen seen;
    long kills = 0;
    bool settled = false;
};

// SIGKILL, 5 to 60 ms after the program was ready, again and again while the messages come.
long kill_again_and_again(BotWorld& world, const Traffic& traffic, long kills) {
    std::mt19937_64 random(kSeed);
    std::uniform_int_distribution<int> moment_us(5000, 60000);
    long done = 0;
    while (!traffic.finished() && done < kills) {
        let_pass(std::chrono::microseconds{moment_us(random)});
        world.service().kill9();
        ++done;
        world.service().start_ready();
    }
    return done;
}

Outcome play(const Storm& storm, const std::string& binary, const std::string& defect) {
    BotWorld world(
        {.staff = kChats, .binary = binary, .defect = defect, .environment = BotWorld::unpaced()}
    );
    const Plan plan = plan_of(
        world.office(), kChats, storm.messages, "tambah realisasi rhk 1 1 laporan", world.stamps()
    );
    Traffic traffic(
        plan,
        {.port = world.service().port(),
         .secret = BotWorld::secret(),
         .connections = 8,
         .redelivered = 0.05,
         .per_second = storm.per_second,
         .seed = kSeed}
    );

    Outcome outcome;
    outcome.kills = kill_again_and_again(world, traffic, storm.kills);
    outcome.seen = traffic.join();
    outcome.settled = world.wait_until_at_rest(std::chrono::minutes{3});
    outcome.verdict = judge_effects(world.database_url(), plan);
    judge_answers(world.database_url(), world.api().sent(), outcome.verdict);
    return outcome;
}

TEST(KilledAtAnyTime, LosesNothingDoublesNothingKeepsTheOrder) {
    const Storm storm{
        .messages = sized(2000, 50000),
        .kills = sized(50, 500),
        .per_second = static_cast<double>(sized(150, 350))};

    const Outcome outcome = play(storm, skpbot_binary(), "");

    EXPECT_GE(outcome.kills, storm.kills / 2) << "the storm was too weak to prove anything";
    EXPECT_EQ(outcome.seen.given_up, 0) << "messages that never got their 200";
    EXPECT_EQ(outcome.seen.refused_again, 0) << "redeliveries that were refused";
    EXPECT_TRUE(outcome.settled) << "work or messages were left over";
    EXPECT_TRUE(outcome.verdict.good())
        << "seed " << kSeed << ", " << outcome.kills << " kills: " << outcome.verdict.text();
}

class KilledAtAnyTimeControl : public ::testing::Test {
protected:
    static Outcome play_with(const std::string& defect) {
        return play(
            {.messages = sized(800, 5000), .kills = sized(25, 60), .per_second = 150},
            defects_binary(),
            defect
        );
    }
};

TEST_F(KilledAtAnyTimeControl, DoneBeforeEffectMustLose) {
    EXPECT_GT(play_with("done_before_effect").verdict.lost, 0);
}

TEST_F(KilledAtAnyTimeControl, EffectBeforeDoneMustDouble) {
    EXPECT_GT(play_with("effect_before_done").verdict.doubled, 0);
}

}  // namespace
}  // namespace support::killed_at_any_time
