#include "bot/service/pacing.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "adapters/telegram/limits.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "bot/notices/message.hpp"

// PLATFORMS.md section 5 with a clock of our own.
namespace bot_test {
namespace {

using bot::SendGate;
using bot::Traffic;
using std::chrono::milliseconds;
using std::chrono::seconds;
using storage::Urgency;

constexpr SendGate::Time kPacingStart{std::chrono::hours{1}};

TEST(Pacing, ABucketHoldsItsBurstAndNotOneMore) {
    for (const int burst : {1, 3, 10}) {
        const bot::ChatPace pace{seconds{6}, burst};
        bot::ChatBucket bucket;
        int at_once = 0;
        do {
            bucket = bot::after_send(pace, bucket.ahead);
            ++at_once;
        } while (bucket.rest == milliseconds{0});

        EXPECT_EQ(at_once, burst);
        EXPECT_EQ(bucket.rest, seconds{6}) << "then one per interval";
    }
}

TEST(Pacing, ABucketFillsUpWhileNothingIsSent) {
    const bot::ChatPace pace{seconds{1}, 3};
    bot::ChatBucket bucket;
    for (int i = 0; i < 3; ++i) bucket = bot::after_send(pace, bucket.ahead);
    ASSERT_EQ(bucket.rest, seconds{1});

    const auto two_later = bot::after_send(pace, bucket.ahead - seconds{2});
    EXPECT_EQ(two_later.rest, milliseconds{0}) << "two seconds fill in two messages";
    EXPECT_EQ(bot::after_send(pace, two_later.ahead).rest, seconds{1});
    EXPECT_EQ(bot::after_send(pace, bucket.ahead - seconds{60}).ahead, seconds{1}) << "never more";
}

TEST(Pacing, NoSecondHoldsMoreThanThePlatformTakes) {
    for (const auto& [rate, platform] : {std::pair{25.0, 30.0}, {50.0, 80.0}, {29.5, 30.0}}) {
        const auto pace = bot::account_pace(rate, {platform, 20});
        EXPECT_LE(pace.burst + pace.rate, std::max(platform, pace.rate + 1)) << rate;
        EXPECT_LE(pace.notice_rate, 20) << rate;
        EXPECT_LE(pace.notice_rate, 0.8 * rate) << rate;
        EXPECT_LE(pace.notice_burst, std::max(1.0, 0.8 * pace.burst)) << rate;
    }
    EXPECT_EQ(bot::account_pace(10'000, {30, 20}).burst, 10'000) << "a server of our own";
    EXPECT_EQ(adapters::telegram::kPlatformPerSecond, 30);
    EXPECT_EQ(adapters::whatsapp::kPlatformPerSecond, 80);
}

TEST(Pacing, NoticesLeaveAFifthOfTheBucketToAnswers) {
    SendGate gate(bot::AccountPace{.rate = 25, .burst = 10, .notice_rate = 20, .notice_burst = 8});
    int notices = 0;
    while (gate.admit(kPacingStart, Traffic::Notice) == SendGate::Duration::zero()) ++notices;
    int answers = 0;
    while (gate.admit(kPacingStart, Traffic::Answer) == SendGate::Duration::zero()) ++answers;

    EXPECT_EQ(notices, 8);
    EXPECT_EQ(answers, 2);
    EXPECT_NE(
        gate.admit(kPacingStart + milliseconds{45}, Traffic::Notice), SendGate::Duration::zero()
    );
    EXPECT_EQ(
        gate.admit(kPacingStart + milliseconds{45}, Traffic::Answer), SendGate::Duration::zero()
    );
}

TEST(Pacing, AsksForAnswersThenForNoticesByTheirUrgency) {
    SendGate gate(bot::AccountPace{.rate = 25, .burst = 1, .notice_rate = 20, .notice_burst = 1});
    std::vector<Urgency> asked;
    const auto nothing = [&](Urgency urgency) -> std::optional<std::int64_t> {
        asked.push_back(urgency);
        return std::nullopt;
    };

    const auto none = bot::choose(gate, kPacingStart, nothing);

    EXPECT_FALSE(none.conversation);
    EXPECT_EQ(none.wait, SendGate::Duration::zero());
    EXPECT_EQ(
        asked, (std::vector{Urgency::Answer, Urgency::Legal, Urgency::Digest, Urgency::Notice})
    );

    asked.clear();
    const auto digest = bot::choose(gate, kPacingStart, [&](Urgency urgency) {
        asked.push_back(urgency);
        return urgency == Urgency::Digest ? std::optional<std::int64_t>(7) : std::nullopt;
    });
    EXPECT_EQ(digest.conversation, 7);
    EXPECT_EQ(digest.traffic, Traffic::Notice);
    EXPECT_EQ(asked.size(), 3U) << "what was admitted in vain was given back";

    asked.clear();
    EXPECT_GT(bot::choose(gate, kPacingStart, nothing).wait, SendGate::Duration::zero());
    EXPECT_TRUE(asked.empty()) << "nothing is claimed that may not go";
}

TEST(Pacing, KnowsHowUrgentAMessageIs) {
    EXPECT_EQ(bot::urgency_of("balasan"), Urgency::Answer);
    EXPECT_EQ(bot::urgency_of("keberatan_diajukan"), Urgency::Legal);
    EXPECT_EQ(bot::urgency_of("penilaian_diberikan"), Urgency::Legal);
    EXPECT_EQ(bot::urgency_of("alamat_baru"), Urgency::Legal);
    EXPECT_EQ(bot::urgency_of("realisasi_diajukan"), Urgency::Digest);
    EXPECT_EQ(bot::urgency_of("persetujuan_menunggu"), Urgency::Digest);
    EXPECT_EQ(bot::urgency_of("realisasi_disetujui"), Urgency::Notice);
    EXPECT_EQ(bot::urgency_of("batas_penilaian"), Urgency::Notice);
}

}  // namespace
}  // namespace bot_test
