#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"

// F1 of RELIABILITY.md section 4: what does not carry the secret is neither stored nor parsed.
namespace support {
namespace {

constexpr char kField[] = "X-Telegram-Bot-Api-Secret-Token";

// Everything that is not the secret, but looks like it.
std::vector<std::string> wrong_secrets() {
    const std::string& right = BotWorld::secret();
    std::vector<std::string> wrong{
        "",
        right.substr(1),
        right.substr(0, right.size() - 1),
        right + "x",
        "x" + right,
        right + right,
        "Bearer " + right,
        "\"" + right + "\"",
        right + "," + right,
        std::string(right.size(), 'a'),
        std::string(4000, 'a')};
    std::string upper = right;
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    wrong.push_back(upper);
    for (std::size_t byte = 0; byte < right.size(); ++byte)
        for (unsigned bit = 0; bit < 7; ++bit) {
            std::string flipped = right;
            flipped[byte] = static_cast<char>(
                static_cast<unsigned char>(flipped[byte]) ^ static_cast<unsigned char>(1U << bit)
            );
            // What HTTP itself does not carry is another test's matter.
            if (flipped[byte] < '!' || flipped[byte] == 127) continue;
            wrong.push_back(flipped);
        }
    return wrong;
}

std::string raw_post(const std::string& fields, const std::string& body) {
    return "POST /webhook/telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

class ForgedWebhook : public ::testing::Test {
protected:
    std::string body() {
        return text_update(
            world_.office().staff(0).person, world_.stamps().next(), "realisasi rhk 1 3 laporan"
        );
    }
    long stored() { return query_number(world_.database_url(), "SELECT count(*) FROM inbox"); }

    BotWorld world_{{.staff = 1}};
};

TEST_F(ForgedWebhook, IsRefusedAndNothingIsStored) {
    const auto wrong = wrong_secrets();
    HttpClient client(world_.service().port());
    std::string one_body;
    for (long i = 0; i < sized(5000, 100000); ++i) {
        const std::string& secret = wrong[static_cast<std::size_t>(i) % wrong.size()];
        const auto answer = client.send(
            {.method = "POST",
             .target = "/webhook/telegram",
             .fields = {{"Content-Type", "application/json"}, {kField, secret}},
             .body = body()}
        );
        ASSERT_TRUE(answer) << "no answer to " << secret;
        ASSERT_EQ(answer->status, 401) << "secret " << secret;
        if (one_body.empty()) one_body = answer->body;
        ASSERT_EQ(answer->body, one_body) << "the answer tells what was wrong";
    }

    EXPECT_EQ(stored(), 0) << "a forged body was stored";
}

TEST_F(ForgedWebhook, WithoutOrWithDoubledSecretIsRefused) {
    const std::string right = std::string(kField) + ": " + BotWorld::secret() + "\r\n";
    const std::string wrong = std::string(kField) + ": " + std::string(43, 'a') + "\r\n";
    const unsigned short port = world_.service().port();

    EXPECT_EQ(exchange_raw(port, raw_post("", body())).substr(9, 3), "401");
    for (const std::string& fields : {right + right, right + wrong, wrong + right}) {
        const std::string answer = exchange_raw(port, raw_post(fields, body()));
        ASSERT_GE(answer.size(), 12U);
        EXPECT_EQ(answer[9], '4') << answer.substr(0, 100);
    }
    EXPECT_EQ(
        exchange_raw(
            port,
            "POST /webhook/telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
            "Trailer: X-Telegram-Bot-Api-Secret-Token\r\n\r\n2\r\n{}\r\n0\r\n" +
                right + "\r\n"
        )
            .substr(9, 3),
        "501"
    );

    EXPECT_EQ(stored(), 0) << "a forged body was stored";
}

// The same checks turn red when the program takes anything.
TEST_F(ForgedWebhook, TheRightSecretIsTaken) {
    EXPECT_EQ(world_.client().post(body()), 200);
    EXPECT_EQ(stored(), 1);
}

TEST(ForgedWebhookControl, TakingABlankSecretMustBeSeen) {
    BotWorld world({.staff = 1, .binary = defects_binary(), .defect = "blank_secret_passes"});
    const std::string blank = std::string(kField) + ": \r\n";

    EXPECT_EQ(exchange_raw(world.service().port(), raw_post(blank, "{}")).substr(9, 3), "200");
    EXPECT_EQ(exchange_raw(world.service().port(), raw_post("", "{}")).substr(9, 3), "401");
}

TEST(ForgedWebhookControl, TakingAMissingSecretMustBeSeen) {
    BotWorld world({.staff = 1, .binary = defects_binary(), .defect = "missing_passes"});

    EXPECT_EQ(exchange_raw(world.service().port(), raw_post("", "{}")).substr(9, 3), "200");
}

}  // namespace
}  // namespace support
