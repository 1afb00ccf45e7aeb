#include "bot/service/send_gate.hpp"

#include <gtest/gtest.h>

// RELIABILITY.md rule 24 with a clock of our own.
namespace bot_test {
namespace {

using bot::SendGate;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr SendGate::Time kGateStart{std::chrono::hours{1}};
constexpr double kRate = 25;

// How many messages the gate lets go at this moment.
int burst_at(SendGate& gate, SendGate::Time now) {
    int count = 0;
    while (count < 1000 && gate.admit(now) == SendGate::Duration::zero()) ++count;
    return count;
}

// A gate whose breaker a failing platform has opened, all tokens spent.
void break_at(SendGate& gate, SendGate::Time now) {
    burst_at(gate, now);
    for (int i = 0; i < 5; ++i) gate.failed(now);
}

TEST(SendGate, NeverLetsMoreGoThanTheRateInAnySecond) {
    SendGate gate(kRate, kRate);
    EXPECT_EQ(burst_at(gate, kGateStart), 25);

    int in_second = 0;
    for (int ms = 1; ms <= 1000; ++ms) in_second += burst_at(gate, kGateStart + milliseconds{ms});

    EXPECT_LE(in_second, 25);
    EXPECT_GE(in_second, 24);
}

TEST(SendGate, SaysHowLongToWait) {
    SendGate gate(kRate, 1);
    ASSERT_EQ(gate.admit(kGateStart), SendGate::Duration::zero());

    EXPECT_EQ(
        std::chrono::duration_cast<milliseconds>(
            gate.admit(kGateStart) + std::chrono::microseconds{1}
        ),
        milliseconds{40}
    );
}

TEST(SendGate, RestsAsAWholeOnlyIfThreeChatsAreAskedToWait) {
    SendGate gate(kRate, kRate);
    gate.chat_asked_to_wait(kGateStart, seconds{30});
    gate.chat_asked_to_wait(kGateStart + seconds{1}, seconds{30});
    EXPECT_EQ(gate.admit(kGateStart + seconds{1}), SendGate::Duration::zero());

    gate.chat_asked_to_wait(kGateStart + seconds{1}, seconds{30});

    EXPECT_EQ(gate.admit(kGateStart + seconds{1}), seconds{30});
    EXPECT_EQ(gate.admit(kGateStart + seconds{31}), SendGate::Duration::zero());
}

TEST(SendGate, SendsOnlyProbesAfterFiveFailuresInARow) {
    SendGate gate(kRate, kRate);
    for (int i = 0; i < 4; ++i) gate.failed(kGateStart);
    EXPECT_EQ(gate.admit(kGateStart), SendGate::Duration::zero());
    gate.failed(kGateStart);

    EXPECT_NE(gate.admit(kGateStart + seconds{60}), SendGate::Duration::zero());
    EXPECT_FALSE(gate.should_probe(kGateStart));
    EXPECT_TRUE(gate.should_probe(kGateStart + seconds{1}));
    EXPECT_FALSE(gate.should_probe(kGateStart + seconds{1})) << "one probe at a time";
}

TEST(SendGate, WaitsLongerAfterEachFailedProbe) {
    SendGate gate(kRate, kRate);
    break_at(gate, kGateStart);
    SendGate::Time now = kGateStart;
    for (const int pause : {1, 2, 4, 8, 16, 32, 60, 60}) {
        EXPECT_FALSE(gate.should_probe(now + seconds{pause} - milliseconds{1})) << pause;
        now += seconds{pause};
        ASSERT_TRUE(gate.should_probe(now)) << pause;
        gate.probed(now, false);
    }
}

TEST(SendGate, WhatMayBeLeftOutNeverTakesTheRoomOfMessages) {
    SendGate gate(kRate, 5);
    EXPECT_TRUE(gate.admit_spare(kGateStart));
    EXPECT_TRUE(gate.admit_spare(kGateStart));
    EXPECT_FALSE(gate.admit_spare(kGateStart)) << "half of it stays";
    EXPECT_EQ(burst_at(gate, kGateStart), 3) << "and is counted";

    const auto later = kGateStart + seconds{10};
    gate.account_asked_to_wait(later, seconds{5});
    EXPECT_FALSE(gate.admit_spare(later + seconds{4}));
    EXPECT_TRUE(gate.admit_spare(later + seconds{5}));
    gate.failed(later + seconds{6});
    EXPECT_FALSE(gate.admit_spare(later + seconds{6})) << "the platform has its own troubles";
}

TEST(SendGate, ReopensOneTwoFour) {
    SendGate gate(kRate, kRate);
    break_at(gate, kGateStart);
    const auto back = kGateStart + seconds{10};
    ASSERT_TRUE(gate.should_probe(back));
    gate.probed(back, true);

    for (const int wave : {1, 2, 4, 8}) {
        EXPECT_EQ(burst_at(gate, back), wave);
        for (int i = 0; i < wave; ++i) gate.succeeded();
    }
}

TEST(SendGate, BreaksAgainAtTheFirstFailureAfterAProbe) {
    SendGate gate(kRate, kRate);
    break_at(gate, kGateStart);
    const auto back = kGateStart + seconds{10};
    ASSERT_TRUE(gate.should_probe(back));
    gate.probed(back, true);
    ASSERT_EQ(burst_at(gate, back), 1);
    gate.failed(back);

    EXPECT_NE(gate.admit(back + milliseconds{500}), SendGate::Duration::zero());
}

TEST(SendGate, DoesNotGetStuckIfAnAnswerNeverComesWhileItReopens) {
    SendGate gate(kRate, kRate);
    break_at(gate, kGateStart);
    const auto back = kGateStart + seconds{10};
    ASSERT_TRUE(gate.should_probe(back));
    gate.probed(back, true);
    ASSERT_EQ(burst_at(gate, back), 1);

    EXPECT_EQ(burst_at(gate, back + milliseconds{1001}), 1);
}

}  // namespace
}  // namespace bot_test
