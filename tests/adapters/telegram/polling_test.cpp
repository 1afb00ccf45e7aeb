#include "adapters/telegram/polling.hpp"

#include <gtest/gtest.h>

#include "adapters/telegram/decode.hpp"

namespace adapters::telegram {
namespace {

TEST(SplitUpdates, CutsTheBytesOfEachUpdate) {
    const auto updates = split_updates(
        R"( { "ok" : true , "x":"]}\"", "result" : [ {"update_id":7,"a":["]",{"b":"\\"}]} ,{"update_id":8}] })"
    );

    ASSERT_TRUE(updates);
    ASSERT_EQ(updates->size(), 2U);
    EXPECT_EQ(updates->at(0).update_id, 7);
    EXPECT_EQ(updates->at(0).body, R"({"update_id":7,"a":["]",{"b":"\\"}]})");
    EXPECT_EQ(updates->at(1).update_id, 8);
    EXPECT_EQ(next_offset(0, *updates), 9);
    EXPECT_EQ(next_offset(100, *updates), 100);
}

TEST(SplitUpdates, LosesNothingForOneOddEntry) {
    const std::string deep(50'000, '[');
    const auto updates = split_updates(
        R"({"ok":true,"result":[{"update_id":7,"x":)" + deep + std::string(50'000, ']') +
        R"(},5,{"update_id":1e99},{"update_id":9}]})"
    );

    ASSERT_TRUE(updates);
    ASSERT_EQ(updates->size(), 4U);
    EXPECT_EQ(updates->at(0).update_id, 7);
    EXPECT_FALSE(decode(updates->at(0).body, {"1", ""}).unreadable.empty());
    EXPECT_FALSE(updates->at(1).update_id);
    EXPECT_FALSE(updates->at(2).update_id);
    EXPECT_TRUE(decode(updates->at(3).body, {"1", ""}).unreadable.empty());
}

TEST(SplitUpdates, KnowsAnEmptyList) {
    const auto updates = split_updates(R"({"ok":true,"result":[]})");

    ASSERT_TRUE(updates);
    EXPECT_TRUE(updates->empty());
    EXPECT_EQ(next_offset(5, *updates), 5);
}

TEST(SplitUpdates, GivesNothingForWhatIsNoSuchAnswer) {
    for (const std::string_view answer :
         {"",
          "[]",
          "{",
          "null",
          R"({"ok":false,"result":[]})",
          R"({"ok":true})",
          R"({"ok":true,"result":{}})",
          R"({"ok":true,"result":[{"update_id":1})",
          R"({"ok":true,"result":["})",
          R"({"ok":true,"result":[{"update_id":1}})",
          R"({"ok":true,"result")",
          "}}}]]],,,:::\"\\"}) {
        EXPECT_FALSE(split_updates(answer)) << answer;
    }
}

}  // namespace
}  // namespace adapters::telegram
