#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"

// E2 of RELIABILITY.md section 4: a body of 100 MB is refused before it is read.
namespace support::large_body {
namespace {

constexpr std::size_t kBodyBytes = 100UL * 1024 * 1024;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// The sanitizer keeps books of its own.
constexpr long kMoreKib = 32L * 1024;
#else
constexpr long kMoreKib = 8L * 1024;
#endif

std::string head(const std::string& length_line) {
    return "POST /webhook/telegram HTTP/1.1\r\nHost: 127.0.0.1\r\n"
           "Content-Type: application/json\r\n"
           "X-Telegram-Bot-Api-Secret-Token: " +
           BotWorld::secret() + "\r\n" + length_line + "\r\n\r\n";
}

struct Outcome {
    long more_kib = 0;  // that the service took at its peak
    long other = 0;     // answers that are not 413
    bool running = false;
};

Outcome play(long times, const std::string& binary, const std::string& defect) {
    BotWorld world({.staff = 1, .binary = binary, .defect = defect});
    const unsigned short port = world.service().port();
    // A small one before the measurement, so that what is made at the first request is there.
    exchange_raw(port, head("Content-Length: 2") + "{}");
    const long before = memory_kib(world.service().pid(), "VmHWM");
    const std::string big =
        head("Content-Length: " + std::to_string(kBodyBytes)) + std::string(kBodyBytes, 'x');
    Outcome outcome;
    for (long i = 0; i < times; ++i) {
        const std::string answer = exchange_raw(port, big);
        // The answer may be lost when the server closes on what it does not read.
        if (!answer.empty() && answer.substr(9, 3) != "413") ++outcome.other;
    }
    outcome.more_kib = memory_kib(world.service().pid(), "VmHWM") - before;
    outcome.running = world.service().running();
    return outcome;
}

TEST(LargeBody, Gets413UnreadAndCostsNoMemory) {
    const Outcome outcome = play(sized(10, 1000), skpbot_binary(), "");

    EXPECT_EQ(outcome.other, 0);
    EXPECT_LE(outcome.more_kib, kMoreKib) << "the service kept what it should refuse";
    EXPECT_TRUE(outcome.running);
}

TEST(LargeBodyControl, WithoutTheLimitItMustBeKept) {
    EXPECT_GT(play(1, defects_binary(), "no_body_limit").more_kib, kMoreKib);
}

TEST(LargeBody, AnnouncedOnlyGets413AtOnce) {
    BotWorld world({.staff = 1});

    const std::string answer =
        exchange_raw(world.service().port(), head("Content-Length: " + std::to_string(kBodyBytes)));

    ASSERT_GE(answer.size(), 12U);
    EXPECT_EQ(answer.substr(9, 3), "413");
}

TEST(LargeBody, InChunksGets501) {
    BotWorld world({.staff = 1});

    const std::string answer =
        exchange_raw(world.service().port(), head("Transfer-Encoding: chunked") + "5\r\nhello\r\n");

    ASSERT_GE(answer.size(), 12U);
    EXPECT_EQ(answer.substr(9, 3), "501");
}

// The largest body that Telegram sends is 512 KiB (PLATFORMS.md section 2.2).
TEST(LargeBody, OfHalfAMegabyteIsTaken) {
    BotWorld world({.staff = 1});
    const Person& person = world.office().staff(0).person;

    EXPECT_EQ(
        world.client().post(
            text_update(person, world.stamps().next(), std::string(500UL * 1024, 'x'))
        ),
        200
    );
}

}  // namespace
}  // namespace support::large_body
