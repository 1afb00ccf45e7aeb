#include "bot/log.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <random>
#include <string>

namespace bot_test {

namespace {

using namespace std::chrono_literals;
using bot::LogFormat;

constexpr std::chrono::system_clock::time_point kLogged{1774832400s + 7ms};

TEST(FormatLogLine, WritesOneLine) {
    EXPECT_EQ(
        bot::format_log_line(LogFormat::Text, "warn", kLogged, "inbox slow rows=3"),
        "2026-03-30T01:00:00.007Z warn inbox slow rows=3\n"
    );
    EXPECT_EQ(
        bot::format_log_line(LogFormat::Json, "warn", kLogged, "a \"b\" \\ c"),
        "{\"time\":\"2026-03-30T01:00:00.007Z\",\"level\":\"warn\",\"message\":"
        "\"a \\\"b\\\" \\\\ c\"}\n"
    );
}

TEST(FormatLogLine, EscapesWhatCouldForgeALine) {
    const std::string hostile = "a\nb\r\x1b[31m\x7f\xe2\x80\xa8\xe2\x80\xae\xc3\xa4\xff";

    EXPECT_EQ(
        bot::format_log_line(LogFormat::Text, "info", kLogged, hostile),
        "2026-03-30T01:00:00.007Z info "
        "a\\u000ab\\u000d\\u001b[31m\\u007f\\u2028\\u202e\xc3\xa4\\ufffd\n"
    );
}

TEST(FormatLogLine, WritesValidJsonForAnyBytes) {
    std::mt19937 random(20260330);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 5'000; ++round) {
        std::string text(static_cast<std::size_t>(round % 40), ' ');
        for (char& letter : text) letter = static_cast<char>(byte(random));

        const std::string line = bot::format_log_line(LogFormat::Json, "info", kLogged, text);

        boost::system::error_code error;
        const auto value = boost::json::parse(line, error);
        ASSERT_FALSE(error) << line;
        ASSERT_EQ(line.find('\n'), line.size() - 1);
        ASSERT_EQ(value.as_object().size(), 3U);
    }
}

TEST(FormatLogLine, KeepsCharactersOutsideTheBasicPlane) {
    const std::string line =
        bot::format_log_line(LogFormat::Json, "info", kLogged, "\xf0\x9f\x91\x8b");

    EXPECT_EQ(boost::json::parse(line).at("message").as_string(), "\xf0\x9f\x91\x8b");
}

TEST(WithoutSecrets, ReplacesEveryOccurrence) {
    EXPECT_EQ(
        bot::without_secrets("bot123:ABC/getMe 123:ABC", {"123:ABC", "pass", "a"}),
        "bot***/getMe ***"
    );
    EXPECT_EQ(bot::without_secrets("****", {"****"}), "***");
    EXPECT_EQ(bot::without_secrets("nothing", {"", "secret"}), "nothing");
}

TEST(LimitedLog, AdmitsOneLinePerIntervalAndKey) {
    bot::LimitedLog log(1s);
    const std::chrono::steady_clock::time_point start{1h};

    EXPECT_EQ(log.admit("a", start), 0U);
    EXPECT_EQ(log.admit("a", start + 10ms), std::nullopt);
    EXPECT_EQ(log.admit("b", start + 10ms), 0U);
    EXPECT_EQ(log.admit("a", start + 999ms), std::nullopt);
    EXPECT_EQ(log.admit("a", start + 1s), 2U);
    EXPECT_EQ(log.admit("a", start + 3s), 0U);
}

TEST(LimitedLog, StaysSmallUnderManyKeys) {
    bot::LimitedLog log(1s);
    const std::chrono::steady_clock::time_point start{1h};
    int admitted = 0;

    for (int i = 0; i < 100'000; ++i) {
        if (log.admit("source " + std::to_string(i), start)) ++admitted;
    }

    EXPECT_LE(admitted, 4'097);
    EXPECT_EQ(log.admit("later", start + 2s), 0U);
}

}  // namespace

}  // namespace bot_test
