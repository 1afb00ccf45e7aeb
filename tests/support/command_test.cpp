#include "tests/support/command.hpp"

#include <gtest/gtest.h>

namespace support {
namespace {

TEST(RunTest, GivesCodeAndBothOutputs) {
    const auto result =
        run({.argv = {"sh", "-c", "echo out; echo err >&2; exit 3"}, .environment = {}});

    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.output, "out\nerr\n");
}

TEST(RunTest, EndsWhatTakesTooLong) {
    const auto result =
        run({.argv = {"sleep", "100"}, .environment = {}}, std::chrono::milliseconds{50});

    EXPECT_EQ(result.exit_code, -1);
}

TEST(RunTest, PassesOnlyTheEnvironmentItIsGiven) {
    ::setenv("SKPBOT_DATABASE_URL", "must not leak into a test", 1);
    const auto result = run({.argv = {"env"}, .environment = {{"SKPBOT_LISTEN", "127.0.0.1:1"}}});
    ::unsetenv("SKPBOT_DATABASE_URL");

    EXPECT_NE(result.output.find("SKPBOT_LISTEN=127.0.0.1:1"), std::string::npos);
    EXPECT_EQ(result.output.find("must not leak"), std::string::npos);
}

TEST(FreePortTest, IsBelowTheOutgoingOnes) {
    EXPECT_GE(free_port(), 10000);
}

}  // namespace
}  // namespace support
