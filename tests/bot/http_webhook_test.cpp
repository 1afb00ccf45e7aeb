#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/telegram/telegram.hpp"
#include "adapters/whatsapp/whatsapp.hpp"
#include "bot/service/http_server.hpp"
#include "bot/service/webhook.hpp"
#include "tests/bot/http_raw_client.hpp"

namespace bot_test {

namespace {

const std::string kToken = "123456:TEST-token";
const std::string kSecret = "kD3v_9qLx0-Zt7Rm2WcYb8NfHs5PjUgA4EeQiVo1KaX";
const std::string kUnauthorized = R"({"error":"unauthorized"})";
constexpr const char* kSecretField = "X-Telegram-Bot-Api-Secret-Token";

// Keeps the bodies instead of a database, and says what it is told to say.
class RecordingIntake : public bot::IntakePort {
public:
    void submit(bot::IntakeBody body, std::function<void(bot::IntakeResult)> done) override {
        {
            const std::lock_guard lock(mutex_);
            bodies_.push_back(std::move(body));
        }
        done(result);
    }
    std::vector<bot::IntakeBody> bodies() {
        const std::lock_guard lock(mutex_);
        return bodies_;
    }

    bot::IntakeResult result = bot::IntakeResult::Stored;

private:
    std::mutex mutex_;
    std::vector<bot::IntakeBody> bodies_;
};

class ReceiveWebhook : public testing::Test {
protected:
    bot::HttpResponse receive(const std::optional<std::string>& secret, std::string body = "{}") {
        bot::HttpRequest request;
        request.method = "POST";
        request.path = "/webhook/telegram";
        if (secret) request.fields.push_back({kSecretField, *secret});
        request.body = std::move(body);
        bot::HttpResponse answer;
        answer.status = 0;
        bot::receive_webhook(door_, std::move(request), [&answer](bot::HttpResponse response) {
            answer = std::move(response);
        });
        return answer;
    }

    void expect_refused(const std::optional<std::string>& secret, const std::string& what) {
        const bot::HttpResponse answer = receive(secret);

        EXPECT_EQ(answer.status, 401) << what;
        EXPECT_EQ(answer.body, kUnauthorized) << what;
        EXPECT_TRUE(intake_.bodies().empty()) << what;
    }

    adapters::Telegram platform_{kToken, kSecret};
    RecordingIntake intake_;
    bot::Metrics metrics_;
    bot::LimitedLog log_;
    bot::WebhookDoor door_{platform_, intake_, metrics_, log_};
};

TEST_F(ReceiveWebhook, HandsAGenuineBodyOverAsItCame) {
    const std::string body("{\"a\":\"\\u0000\"}\0\xff\n", 16);

    const bot::HttpResponse answer = receive(kSecret, body);

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "");
    ASSERT_EQ(intake_.bodies().size(), 1U);
    EXPECT_EQ(intake_.bodies()[0].channel, "telegram");
    EXPECT_EQ(intake_.bodies()[0].account, "123456");
    EXPECT_EQ(intake_.bodies()[0].raw, body);
}

TEST_F(ReceiveWebhook, Says503WithRetryAfterIfTheBodyIsNotStored) {
    intake_.result = bot::IntakeResult::Unavailable;

    const bot::HttpResponse answer = receive(kSecret);

    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.retry_after, std::chrono::seconds{5});
}

TEST_F(ReceiveWebhook, StoresNothingIfTheSecretIsWrong) {
    std::string upper = kSecret;
    for (char& letter : upper) letter = static_cast<char>(std::toupper(letter));

    expect_refused(std::nullopt, "missing");
    expect_refused("", "empty");
    expect_refused(" ", "blank");
    expect_refused(kSecret.substr(0, kSecret.size() - 1), "short");
    expect_refused(kSecret.substr(1), "short at the front");
    expect_refused(kSecret + "a", "long");
    expect_refused(kSecret + kSecret, "twice in one");
    expect_refused(kSecret + "," + kSecret, "list");
    expect_refused(upper, "upper case");
    expect_refused(std::string(kSecret.rbegin(), kSecret.rend()), "backwards");
    expect_refused("aD3v_9qLx0-Zt7Rm2WcYb8NfHs5PjUgA4EeQiVo1KaX", "another");
    expect_refused(std::string(kSecret.size(), 'a'), "of the right length");
    expect_refused(kSecret + std::string(1, '\0'), "NUL behind");
    expect_refused(std::string(1, '\0') + kSecret, "NUL before");
    expect_refused("\"" + kSecret + "\"", "quoted");
    expect_refused(kToken, "the token");
}

TEST_F(ReceiveWebhook, StoresNothingForAnyFlippedBit) {
    for (std::size_t at = 0; at < kSecret.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string flipped = kSecret;
            flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
            expect_refused(flipped, "byte " + std::to_string(at) + " bit " + std::to_string(bit));
        }
    }
}

TEST_F(ReceiveWebhook, StoresNothingIfNoSecretIsConfigured) {
    const adapters::Telegram without_secret(kToken, "");
    const bot::WebhookDoor door{without_secret, intake_, metrics_, log_};
    for (const std::string& secret : {std::string{}, kSecret}) {
        bot::HttpRequest request;
        request.fields.push_back({kSecretField, secret});
        int status = 0;

        bot::receive_webhook(door, request, [&status](const bot::HttpResponse& response) {
            status = response.status;
        });

        EXPECT_EQ(status, 401);
    }
    EXPECT_TRUE(intake_.bodies().empty());
}

TEST_F(ReceiveWebhook, CountsByChannel) {
    receive(kSecret);
    receive("wrong");
    intake_.result = bot::IntakeResult::Unavailable;
    receive(kSecret);

    const std::string text = metrics_.text();

    EXPECT_NE(text.find("skpbot_webhook_stored_total{channel=\"telegram\"} 1"), text.npos);
    EXPECT_NE(text.find("skpbot_webhook_refusals_total{channel=\"telegram\"} 1"), text.npos);
    EXPECT_NE(text.find("skpbot_webhook_unavailable_total{channel=\"telegram\"} 1"), text.npos);
}

// The same over a socket, where the guard stands in front.
class WebhookOverHttp : public ReceiveWebhook {
protected:
    const adapters::WhatsApp whatsapp_{"111", "app-secret", "verify-me"};

    WebhookOverHttp() {
        health_.add("database", [] { return true; });
        bot::Router router;
        bot::add_webhook(router, door_, bot::kTelegramBodyBytes);
        bot::add_challenge(router, "/webhook/whatsapp", [this](std::string_view query) {
            return whatsapp_.answer_challenge(query);
        });
        bot::add_operator_routes(router, health_, metrics_);
        bot::HttpServerOptions options;
        options.single_fields = {std::string(platform_.signature_field())};
        options.connections_per_peer = 1000;
        server_.emplace(std::move(router), options, metrics_);
        port_ = server_->start("127.0.0.1:0");
    }

    RawAnswer post(const std::string& lines) const {
        return ask(
            port_,
            "POST /webhook/telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n" + lines + "\r\n{}"
        );
    }
    RawAnswer get(const std::string& target) const {
        return ask(port_, "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    bot::Health health_;
    std::optional<bot::HttpServer> server_;
    std::uint16_t port_ = 0;
};

TEST_F(WebhookOverHttp, StoresAGenuineBody) {
    const RawAnswer answer = post(std::string(kSecretField) + ": " + kSecret + "\r\n");

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "");
    EXPECT_EQ(intake_.bodies().size(), 1U);
}

TEST_F(WebhookOverHttp, GivesOneAnswerForEveryWrongSecret) {
    const std::string field = std::string(kSecretField) + ": ";
    const RawAnswer missing = post("");

    for (const std::string& lines :
         {field + "\r\n",
          field + "short\r\n",
          field + kSecret + "a\r\n",
          std::string("X-Hub-Signature-256: sha256=00\r\n"),
          "Secret-Token: " + kSecret + "\r\n"}) {
        const RawAnswer answer = post(lines);

        EXPECT_EQ(answer.status, 401) << lines;
        EXPECT_EQ(answer.body, missing.body) << lines;
        EXPECT_EQ(answer.head.size(), missing.head.size()) << lines;
    }
    EXPECT_EQ(missing.status, 401);
    EXPECT_EQ(missing.body, kUnauthorized);
    EXPECT_TRUE(intake_.bodies().empty());
}

TEST_F(WebhookOverHttp, RefusesASecretThatComesTwice) {
    const std::string line = std::string(kSecretField) + ": " + kSecret + "\r\n";

    EXPECT_EQ(post(line + line).status, 400);
    EXPECT_EQ(post(line + "x-telegram-bot-api-secret-token: a\r\n").status, 400);
    EXPECT_TRUE(intake_.bodies().empty());
}

TEST_F(WebhookOverHttp, RefusesASecretInATrailer) {
    const RawAnswer answer =
        ask(port_,
            "POST /webhook/telegram HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            "Trailer: X-Telegram-Bot-Api-Secret-Token\r\n\r\n2\r\n{}\r\n0\r\n" +
                std::string(kSecretField) + ": " + kSecret + "\r\n\r\n");

    EXPECT_EQ(answer.status, 501);
    EXPECT_TRUE(intake_.bodies().empty());
}

TEST_F(WebhookOverHttp, HasNoRouteForAPlatformThatIsOff) {
    const RawAnswer answer =
        ask(port_, "POST /webhook/other HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");

    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.body, R"({"error":"not found"})");
}

TEST_F(WebhookOverHttp, EchoesTheChallengeForTheRightTokenOnly) {
    const std::string path = "/webhook/whatsapp?hub.mode=subscribe&hub.verify_token=";

    const RawAnswer right = get(path + "verify%2Dme&hub.challenge=11582Ab");

    EXPECT_EQ(right.status, 200);
    EXPECT_EQ(right.body, "11582Ab");
    EXPECT_TRUE(right.has_line("Content-Type: text/plain"));
    for (const std::string& target :
         {path + "wrong&hub.challenge=1",
          path + "&hub.challenge=1",
          path + "verify-me",
          path + "verify-me&hub.challenge=",
          path + "verify-me&hub.challenge=%3Cb%3E",
          path + "verify-me&hub.challenge=1&hub.challenge=2",
          path + "verify-me&hub.challenge=" + std::string(257, '1'),
          std::string("/webhook/whatsapp"),
          std::string("/webhook/whatsapp?hub.mode=x&hub.verify_token=verify-me&hub.challenge=1")}) {
        EXPECT_EQ(get(target).status, 403) << target;
    }
}

TEST_F(WebhookOverHttp, ShowsHealthAndMetrics) {
    EXPECT_EQ(get("/healthz").status, 200);
    const RawAnswer ready = get("/readyz");
    const RawAnswer metrics = get("/metrics");

    EXPECT_EQ(ready.status, 200);
    EXPECT_EQ(ready.body, R"({"ready":true,"checks":{"database":true}})");
    EXPECT_EQ(metrics.status, 200);
    EXPECT_NE(metrics.body.find("skpbot_http_requests_total{status=\"200\"} 2"), std::string::npos);
    EXPECT_NE(metrics.body.find("# TYPE skpbot_http_connections gauge"), std::string::npos);
}

TEST(Health, IsNotReadyIfACheckFailsOrThrows) {
    bot::Health health(std::chrono::seconds{0});
    health.add("database", [] { return true; });
    health.add("queue", []() -> bool { throw std::runtime_error("secret"); });

    const bot::HttpResponse answer = health.readyz();

    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.body, R"({"ready":false,"checks":{"database":true,"queue":false}})");
}

TEST(Health, KeepsAnAnswerForAWhile) {
    bot::Health health(std::chrono::hours{1});
    int asked = 0;
    health.add("database", [&asked] { return ++asked > 0; });

    health.readyz();
    health.readyz();

    EXPECT_EQ(asked, 1);
}

}  // namespace

}  // namespace bot_test
