#include "tests/support/fake_bot_api.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/wait.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {
namespace {

constexpr char kToken[] = "7000000001:contoh";

class FakeBotApiTest : public ::testing::Test {
protected:
    std::optional<HttpAnswer> call(const std::string& method, const std::string& body) {
        return client_.send(
            {.method = "POST",
             .target = std::string("/bot") + kToken + "/" + method,
             .fields = {{"Content-Type", "application/json"}},
             .body = body}
        );
    }

    FakeBotApi api_{kToken};
    HttpClient client_{
        static_cast<unsigned short>(std::stoi(api_.address().substr(17))),
        std::chrono::milliseconds{2000}};
};

TEST_F(FakeBotApiTest, DeliversAGoodMessageOnce) {
    const auto answer = call("sendMessage", R"({"chat_id":11,"text":"Halo"})");

    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    ASSERT_EQ(api_.sent_to(11).size(), 1U);
    EXPECT_EQ(api_.sent_to(11)[0].text, "Halo");
    EXPECT_TRUE(wait_until([&] { return api_.sent()[0].answered; }, std::chrono::seconds{2}));
}

TEST_F(FakeBotApiTest, RefusesWhatTheApiRefuses) {
    const std::string long_text(4097, 'a');
    const std::string long_handle(65, 'a');
    const std::string bodies[] = {
        R"({"chat_id":11})",
        R"({"chat_id":11,"text":"  "})",
        R"({"chat_id":11,"text":")" + long_text + "\"}",
        R"({"chat_id":11,"text":"a","parse_mode":"HTML"})",
        R"({"chat_id":11,"text":"a","surprise":1})",
        R"({"chat_id":"x","text":"a"})",
        R"({"chat_id":11,"text":"ab","entities":[{"type":"bold","offset":1,"length":2}]})",
        R"({"chat_id":11,"text":"😀b","entities":[{"type":"bold","offset":1,"length":1}]})",
        R"({"chat_id":11,"text":"a","entities":[{"type":"shout","offset":0,"length":1}]})",
        R"({"chat_id":11,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"b",)"
        R"("callback_data":")" +
            long_handle + "\"}]]}}",
        "{",
    };
    for (const std::string& body : bodies) {
        const auto answer = call("sendMessage", body);
        ASSERT_TRUE(answer) << body;
        EXPECT_EQ(answer->status, 400) << body;
    }

    EXPECT_EQ(api_.sent_count(), 0U);
    EXPECT_EQ(api_.refused().size(), std::size(bodies));
}

TEST_F(FakeBotApiTest, TakesOnlyActionsThatTheApiKnows) {
    EXPECT_EQ(call("sendChatAction", R"({"chat_id":11,"action":"typing"})")->status, 200);
    for (const char* body :
         {R"({"chat_id":11})",
          R"({"chat_id":11,"action":"thinking"})",
          R"({"chat_id":"x","action":"typing"})",
          R"({"action":"typing"})",
          R"({"chat_id":11,"action":"typing","text":"a"})"})
        EXPECT_EQ(call("sendChatAction", body)->status, 400) << body;
    EXPECT_EQ(api_.sent_count(), 0U);
}

TEST_F(FakeBotApiTest, KnowsItsToken) {
    const auto answer =
        client_.send({.method = "POST", .target = "/bot1:wrong/getMe", .fields = {}, .body = "{}"});

    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 401);
    EXPECT_EQ(client_.send({.target = "/elsewhere"})->status, 404);
}

TEST_F(FakeBotApiTest, FailsAsTheScriptSays) {
    api_.fail_next(
        {{.kind = FaultKind::TooManyRequests},
         {.kind = FaultKind::ServerError, .delivered = true},
         {.kind = FaultKind::Reset},
         {.kind = FaultKind::Truncated, .delivered = true},
         {.kind = FaultKind::Hang}}
    );
    const std::string body = R"({"chat_id":11,"text":"Halo"})";

    const auto limited = call("sendMessage", body);
    ASSERT_TRUE(limited);
    EXPECT_EQ(limited->status, 429);
    EXPECT_EQ(limited->field("Retry-After"), "1");
    EXPECT_EQ(call("sendMessage", body)->status, 502);
    EXPECT_FALSE(call("sendMessage", body));
    EXPECT_FALSE(call("sendMessage", body));
    EXPECT_FALSE(call("sendMessage", body));
    EXPECT_EQ(call("sendMessage", body)->status, 200);

    EXPECT_EQ(api_.sent_count(), 3U);
    EXPECT_FALSE(api_.sent()[0].answered);
    EXPECT_FALSE(api_.sent()[1].answered);
}

TEST_F(FakeBotApiTest, RandomFaultsRepeatWithTheirSeed) {
    const auto statuses = [&] {
        api_.fail_at_random(0.5, 42);
        std::string all;
        for (int i = 0; i < 6; ++i) {
            const auto answer = call("getMe", "");
            all += answer ? std::to_string(answer->status) : "none";
        }
        return all;
    };

    EXPECT_EQ(statuses(), statuses());
}

TEST_F(FakeBotApiTest, HandsOutUpdatesUntilTheyAreConfirmed) {
    api_.push_update(R"({"update_id":5})");
    api_.push_update(R"({"update_id":6})");

    EXPECT_NE(
        call("getUpdates", R"({"offset":0})")->body.find("\"update_id\":6"), std::string::npos
    );
    const auto rest = call("getUpdates", R"({"offset":6})");

    EXPECT_EQ(rest->body, R"({"ok":true,"result":[{"update_id":6}]})");
    EXPECT_EQ(api_.pending_updates(), 1U);
}

TEST_F(FakeBotApiTest, WakesAPollThatWaits) {
    std::thread later([&] {
        wait_until([&] { return api_.pending_updates() > 0; }, std::chrono::milliseconds{100});
        api_.push_update(R"({"update_id":7})");
    });
    const auto answer = call("getUpdates", R"({"offset":0,"timeout":50})");
    later.join();

    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, R"({"ok":true,"result":[{"update_id":7}]})");
}

TEST_F(FakeBotApiTest, BlockedChatsAnswer403) {
    api_.block(11);

    EXPECT_EQ(call("sendMessage", R"({"chat_id":11,"text":"Halo"})")->status, 403);
    EXPECT_EQ(call("sendMessage", R"({"chat_id":12,"text":"Halo"})")->status, 200);
}

}  // namespace
}  // namespace support
