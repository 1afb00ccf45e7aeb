#include <gtest/gtest.h>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"

// A5 of RELIABILITY.md section 4: however often a body comes, it has one effect and gets its 2xx.
namespace support::redelivery {
namespace {

constexpr std::uint64_t kSeed = 5;
constexpr int kChats = 200;
constexpr int kConnections = 16;
constexpr int kMostPosts = 20;
// One body comes 1 to 20 times: 10.5 posts on average.
constexpr double kPostsPerBody = 10.5;

struct Outcome {
    Verdict verdict;
    TrafficSeen seen;
    bool settled = false;
};

Outcome play(long posts, const std::string& binary, const std::string& defect) {
    BotWorld world(
        {.staff = kChats, .binary = binary, .defect = defect, .environment = BotWorld::unpaced()}
    );
    const long bodies = static_cast<long>(static_cast<double>(posts) / kPostsPerBody);
    const Plan plan =
        plan_of(world.office(), kChats, bodies, "tambah realisasi rhk 1 1 laporan", world.stamps());
    Traffic traffic(
        plan,
        {.port = world.service().port(),
         .secret = BotWorld::secret(),
         .connections = kConnections,
         .redelivered = 0.95,
         .most_redeliveries = kMostPosts,
         .seed = kSeed}
    );

    Outcome outcome;
    outcome.seen = traffic.join();
    outcome.settled = world.wait_until_at_rest(std::chrono::minutes{2});
    outcome.verdict = judge_effects(world.database_url(), plan);
    return outcome;
}

TEST(Redelivery, HasOneEffectAndAlwaysGets200) {
    const Outcome outcome = play(sized(20000, 100000), skpbot_binary(), "");

    const long all = outcome.seen.accepted + outcome.seen.redelivered;
    EXPECT_EQ(outcome.seen.answers.at(200), all) << "posts that did not get 200";
    EXPECT_TRUE(outcome.settled) << "work or messages were left over";
    EXPECT_TRUE(outcome.verdict.good()) << "seed " << kSeed << ": " << outcome.verdict.text();
}

TEST(RedeliveryControl, WithoutTheUniqueKeyItMustDouble) {
    EXPECT_GT(play(2000, defects_binary(), "no_unique_key").verdict.doubled, 0);
}

}  // namespace
}  // namespace support::redelivery
