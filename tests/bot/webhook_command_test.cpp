#include <gtest/gtest.h>

#include <sstream>

#include "bot/cli/webhook.hpp"
#include "tests/support/fake_bot_api.hpp"

namespace bot {
namespace {

const std::string kToken = "123456:uji";

class WebhookCommand : public testing::Test {
protected:
    WebhookCommand() {
        config_.telegram.token = kToken;
        config_.telegram.secret = "rahasia-uji-0123456789abcdefghijklmnop";
        config_.telegram.api = api_.address();
        config_.public_url = "https://skp.contoh.id";
    }

    int run(WebhookAction action) {
        out_.str("");
        err_.str("");
        return run_webhook(config_, WebhookOptions{action}, out_, err_);
    }

    support::FakeBotApi api_{kToken};
    Config config_;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(WebhookCommand, SetsTheAddressAndTheCommands) {
    EXPECT_EQ(run(WebhookAction::Set), 0) << err_.str();

    EXPECT_NE(
        api_.webhook().find(R"("url":"https://skp.contoh.id/webhook/telegram")"), std::string::npos
    );
    const auto calls = api_.calls("setMyCommands");
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].status, 200) << calls[0].description;
    EXPECT_NE(calls[0].body.find(R"("command":"start")"), std::string::npos);
}

TEST_F(WebhookCommand, ShowsAndDeletesIt) {
    ASSERT_EQ(run(WebhookAction::Set), 0);

    EXPECT_EQ(run(WebhookAction::Info), 0);
    EXPECT_NE(out_.str().find("https://skp.contoh.id/webhook/telegram"), std::string::npos);
    EXPECT_NE(out_.str().find("pending updates: 0\nlast error: none\n"), std::string::npos);
    EXPECT_EQ(run(WebhookAction::Delete), 0);
    EXPECT_EQ(api_.webhook(), "");
    EXPECT_EQ(run(WebhookAction::Info), 0);
    EXPECT_NE(out_.str().find("webhook: none\n"), std::string::npos);
}

TEST_F(WebhookCommand, SaysWhatIsMissing) {
    Config good = config_;
    config_.telegram.token.clear();
    EXPECT_EQ(run(WebhookAction::Info), 2);
    config_ = good;
    config_.telegram.secret.clear();
    EXPECT_EQ(run(WebhookAction::Set), 2);
    config_ = good;
    config_.public_url = "http://skp.contoh.id";
    EXPECT_EQ(run(WebhookAction::Set), 2);

    EXPECT_EQ(api_.calls().size(), 0U);
}

TEST_F(WebhookCommand, FailsIfTelegramRefusesWithoutShowingTheToken) {
    config_.telegram.token = "123456:salah";

    EXPECT_EQ(run(WebhookAction::Info), 1);

    EXPECT_NE(err_.str().find("getWebhookInfo"), std::string::npos);
    EXPECT_EQ(err_.str().find("salah"), std::string::npos);
}

}  // namespace
}  // namespace bot
