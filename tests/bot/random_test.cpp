#include "bot/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace bot {
namespace {

Random seeded() {
    return Random([random = std::mt19937_64{5}](std::span<unsigned char> bytes) mutable {
        std::ranges::generate(bytes, [&] { return static_cast<unsigned char>(random()); });
    });
}

TEST(RandomTest, NumbersOfEverySizeStayBelowTheirLimit) {
    Random random = seeded();
    for (const std::uint64_t limit :
         {1ULL, 2ULL, 10ULL, 31ULL, 256ULL, 257ULL, 4'201ULL, 1ULL << 40, ~0ULL}) {
        for (int i = 0; i < 200; ++i) ASSERT_LT(random.below(limit), limit);
    }
}

TEST(RandomTest, EveryNumberIsDrawnAboutAsOften) {
    constexpr int kLimit = 300;
    constexpr int kEach = 1000;
    Random random = seeded();
    std::array<int, kLimit> drawn{};
    for (int i = 0; i < kLimit * kEach; ++i) ++drawn.at(random.below(kLimit));
    // Six standard deviations of a fair draw.
    EXPECT_GT(std::ranges::min(drawn), kEach - 190);
    EXPECT_LT(std::ranges::max(drawn), kEach + 190);
}

TEST(RandomTest, DrawsInTheIncompleteLastRoundAreThrownAway) {
    int draws = 0;
    Random random([&](std::span<unsigned char> bytes) {
        std::ranges::fill(bytes, static_cast<unsigned char>(++draws == 1 ? 0xFF : 0));
    });
    EXPECT_EQ(random.below(10), 0U);
    EXPECT_EQ(draws, 2);
}

TEST(RandomTest, CodesHaveTheirShape) {
    Random random = seeded();
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string code = random.receipt_code();
        ASSERT_EQ(code.size(), 8U);
        ASSERT_EQ(code.substr(0, 2), "R-");
        ASSERT_EQ(code.find_first_of("01ILO", 2), std::string::npos) << code;
        seen.insert(code);
        ASSERT_EQ(random.activation_code().size(), 6U);
        ASSERT_EQ(random.token().size(), 22U);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

}  // namespace
}  // namespace bot
