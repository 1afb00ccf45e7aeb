#include <gtest/gtest.h>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/traffic.hpp"
#include "tests/support/wait.hpp"

// C1 of RELIABILITY.md section 4: six of ten calls to the platform fail, in every way that we know.
namespace support::platform_faults {
namespace {

constexpr std::uint64_t kSeed = 7;
constexpr int kChats = 60;
constexpr int kSenders = 16;  // of the program, as its configuration says
constexpr double kShare = 0.6;
constexpr double kPerSecond = 20;

// The figure is for a machine that does nothing else. Beside other tests only a wait for the
// platform shows, which would be of seconds.
std::chrono::milliseconds intake_limit() {
    return std::chrono::milliseconds{sized(1000, 100)};
}

struct Outcome {
    Verdict verdict;
    TrafficSeen seen;
    bool settled = false;
    bool service_lived = false;
    std::size_t refused = 0;
};

Outcome play(const std::string& binary, const std::string& defect) {
    const std::chrono::seconds span{sized(30, 60)};
    BotWorld world(
        {.staff = kChats, .binary = binary, .defect = defect, .environment = BotWorld::unpaced()}
    );
    // Each sender meets silence once, so that one that waits for ever shows; then chance decides.
    world.api().fail_next(std::vector<Fault>(kSenders, {.kind = FaultKind::Hang}));
    world.api().fail_at_random(kShare, kSeed);
    const Plan plan = plan_of(
        world.office(),
        kChats,
        static_cast<long>(kPerSecond) * span.count(),
        "tambah realisasi rhk 1 1 laporan",
        world.stamps()
    );
    Traffic traffic(
        plan,
        {.port = world.service().port(),
         .secret = BotWorld::secret(),
         .connections = 4,
         .per_second = kPerSecond,
         .seed = kSeed}
    );

    Outcome outcome;
    outcome.seen = traffic.join();
    world.api().fail_at_random(0, 0);
    // A breaker that waits up to 60 s and sends that hang for 20 s fit into it.
    outcome.settled = world.wait_until_at_rest(std::chrono::seconds{150});
    outcome.service_lived = world.service().running();
    outcome.refused = world.api().refused().size();
    outcome.verdict = judge_effects(world.database_url(), plan);
    judge_answers(world.database_url(), world.api().sent(), outcome.verdict);
    return outcome;
}

TEST(PlatformFaults, LoseNoAnswerAndSlowNobodyDown) {
    const Outcome outcome = play(skpbot_binary(), "");

    EXPECT_LE(percentile(outcome.seen.times, 0.99), intake_limit()) << "the intake was slowed down";
    EXPECT_TRUE(outcome.service_lived) << "the service ended";
    EXPECT_TRUE(outcome.settled) << "messages were still waiting after the faults were over";
    EXPECT_EQ(outcome.refused, 0U) << "messages that the Bot API refuses";
    EXPECT_TRUE(outcome.verdict.good()) << "seed " << kSeed << ": " << outcome.verdict.text();
}

// What a person sees stays in the order in which things happened.
TEST(PlatformFaults, KeepTheOrderOfEachChat) {
    BotWorld world({.staff = 1, .environment = BotWorld::unpaced()});
    const Person& person = world.office().staff(0).person;
    world.api().fail_next(
        {{.kind = FaultKind::ServerError, .delivered = false},
         {.kind = FaultKind::Reset, .delivered = false},
         {.kind = FaultKind::TooManyRequests}}
    );
    WebhookClient client = world.client();
    for (int n = 1; n <= 3; ++n)
        ASSERT_EQ(
            client.post(text_update(
                person, world.stamps().next(), "realisasi rhk 1 " + std::to_string(n) + " laporan"
            )),
            200
        );
    ASSERT_TRUE(world.wait_until_at_rest(std::chrono::seconds{60})) << world.service().log_end();

    const auto sent = world.api().sent_to(person.id);
    ASSERT_EQ(sent.size(), 3U);
    for (std::size_t n = 0; n < sent.size(); ++n)
        EXPECT_TRUE(holds(sent[n], "Kuantitas: " + std::to_string(n + 1) + " Laporan"))
            << sent[n].text;
}

class PlatformFaultsControl : public ::testing::Test {
protected:
    void SetUp() override {
        if (!is_nightly()) GTEST_SKIP() << "nightly only";
    }
};

TEST_F(PlatformFaultsControl, DroppingOnServerErrorsMustLose) {
    EXPECT_GT(play(defects_binary(), "drop_on_5xx").verdict.unanswered, 0);
}

TEST_F(PlatformFaultsControl, WithoutALimitForAnswersItMustGetStuckOrDie) {
    const Outcome outcome = play(defects_binary(), "no_answer_limit");

    EXPECT_FALSE(outcome.settled && outcome.service_lived && outcome.verdict.good());
}

}  // namespace
}  // namespace support::platform_faults
