#include "adapters/json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace adapters {
namespace {

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST(ParseJsonLimited, RefusesWhatIsNoJson) {
    for (const std::string_view bytes :
         {"",
          " ",
          "{",
          "{}x",
          "[1,]",
          "{'a':1}",
          "NaN",
          "Infinity",
          "-Infinity",
          "// x\n1",
          "\xEF\xBB\xBF{}",
          "\"\xFF\"",
          "\"\xED\xA0\x80\"",
          "\"a\nb\"",
          "01",
          "1.",
          "\"\\x\"",
          "\"\\u12\"",
          "\"\\"}) {
        EXPECT_FALSE(parse_json_limited(bytes)) << bytes;
    }
    EXPECT_FALSE(parse_json_limited(std::string_view("{}\0", 3)));
}

TEST(ParseJsonLimited, RefusesNumbersBeyondADouble) {
    EXPECT_FALSE(parse_json_limited("1e999999999"));
    EXPECT_FALSE(parse_json_limited("[{\"a\":-1e400}]"));
    EXPECT_TRUE(parse_json_limited("1e308"));
}

TEST(ParseJsonLimited, TakesADepthOf32AndNoMore) {
    EXPECT_TRUE(parse_json_limited(nested(kJsonDepth)));
    EXPECT_FALSE(parse_json_limited(nested(kJsonDepth + 1)));
    EXPECT_FALSE(parse_json_limited(nested(100'000)));
    EXPECT_FALSE(parse_json_limited(std::string(1'000'000, '[')));
}

TEST(ParseJsonLimited, LetsTheLastOfARepeatedKeyWin) {
    const auto value = parse_json_limited(R"({"a":1,"a":2})");

    ASSERT_TRUE(value);
    EXPECT_EQ(value->at("a").as_int64(), 2);
}

TEST(ParseJsonLimited, ReplacesLoneSurrogatesOnly) {
    const std::pair<std::string, std::string> cases[] = {
        {R"("\ud83d\udc4b")", "👋"},
        {R"("\ud83d")", "\uFFFD"},
        {R"("a\ud83dx\udc4b")", "a\uFFFDx\uFFFD"},
        {R"("\ud83d\ud83d\udc4b")", "\uFFFD👋"},
        {R"("\uDC4B\uD83D")", "\uFFFD\uFFFD"},
        {R"("\\ud83d")", "\\ud83d"},
        {R"("\\\ud83d")", "\\\uFFFD"},
        {R"("\u0041\n\"\ud83d\"")", "A\n\"\uFFFD\""}};
    for (const auto& [bytes, text] : cases) {
        const auto value = parse_json_limited(bytes);
        ASSERT_TRUE(value) << bytes;
        EXPECT_EQ(std::string_view(value->as_string()), text) << bytes;
    }
}

}  // namespace
}  // namespace adapters
