#include <gtest/gtest.h>

#include <chrono>

#include "adapters/simulator/client.hpp"
#include "bot/service/http_server.hpp"
#include "bot/service/simulator/routes.hpp"
#include "tests/storage/database_fixture.hpp"

// The rate of Telegram's look (PLATFORMS.md section 5), kept by the simulated platform itself.
namespace bot_test {

namespace {

using namespace std::chrono_literals;
using adapters::simulator::Look;
using bot::simulator::SendRate;

constexpr int kBurst = 6;  // to one chat
const SendRate::Time kNow{1h};

TEST(SimulatorSendRate, BearsAShortBurstToOneChat) {
    SendRate rate;
    for (int i = 0; i < kBurst; ++i) ASSERT_EQ(rate.admit("sim-1", kNow), 0s) << i;

    EXPECT_EQ(rate.admit("sim-1", kNow), 1s);
    EXPECT_EQ(rate.admit("sim-1", kNow + 999ms), 1s) << "rounded up";
    EXPECT_EQ(rate.admit("sim-2", kNow), 0s) << "another chat";

    EXPECT_EQ(rate.admit("sim-1", kNow + 1s), 0s);
    EXPECT_EQ(rate.admit("sim-1", kNow + 1s), 1s) << "one for each second";
    for (int i = 0; i < kBurst; ++i) EXPECT_EQ(rate.admit("sim-1", kNow + 1min), 0s) << i;
}

TEST(SimulatorSendRate, BearsThirtyInASecondInAll) {
    SendRate rate;
    for (int i = 0; i < 30; ++i) ASSERT_EQ(rate.admit("sim-" + std::to_string(i), kNow), 0s) << i;

    EXPECT_EQ(rate.admit("sim-30", kNow), 1s);

    EXPECT_EQ(rate.admit("sim-30", kNow + 34ms), 0s);
    EXPECT_EQ(rate.admit("sim-31", kNow + 34ms), 1s);
}

// The routes of the platform with a client whose pace nobody holds back.
class SimulatorPlatformRate : public DatabaseTest {
protected:
    SimulatorPlatformRate() {
        bot::Router router;
        bot::simulator::add_platform_routes(
            router, {phones_, faults_, rate_, feed_, [] { return false; }}, "rahasia"
        );
        server_ = std::make_unique<bot::HttpServer>(
            std::move(router), bot::HttpServerOptions{}, metrics_
        );
        const auto port = server_->start("127.0.0.1:0");
        client_ = std::make_unique<adapters::SimulatorClient>(
            "http://127.0.0.1:" + std::to_string(port), "rahasia", look_
        );
    }

    adapters::SendOutcome send(int number) {
        adapters::Outgoing message;
        message.recipient = "sim-1";
        message.tracker = std::to_string(number);
        message.text = {{adapters::Style::Plain, "halo"}};
        return client_->send(message);
    }

    adapters::simulator::LookSwitch look_;
    bot::simulator::Faults faults_;
    SendRate rate_;
    bot::Signal told_, handed_in_;
    bot::DemoClock clock_{*domain::instan_dari_rfc3339("2026-04-27T08:00:00+07:00"), 1};
    bot::simulator::Phones phones_{url(), {clock_, look_, faults_, told_, handed_in_}};
    bot::simulator::Feed feed_{phones_, [] { return "{}"; }, told_};
    bot::Metrics metrics_;
    std::unique_ptr<bot::HttpServer> server_;
    std::unique_ptr<adapters::SimulatorClient> client_;
};

TEST_F(SimulatorPlatformRate, RefusesWhatComesTooFastInTelegramsLook) {
    look_.turn_to(Look::Telegram);
    int shown = 0;
    adapters::SendOutcome outcome;
    do {
        outcome = send(shown);
        if (std::holds_alternative<adapters::Sent>(outcome)) ++shown;
    } while (std::holds_alternative<adapters::Sent>(outcome) && shown < 60);

    const auto* refused = std::get_if<adapters::RetryAfter>(&outcome);
    ASSERT_NE(refused, nullptr) << shown << " were shown";
    EXPECT_EQ(refused->delay, 1s);
    EXPECT_EQ(refused->scope, adapters::Scope::Account);
    EXPECT_FALSE(refused->maybe_sent);
    EXPECT_GE(shown, kBurst);
    EXPECT_EQ(query("SELECT FROM simulator_pesan").size(), static_cast<std::size_t>(shown))
        << "what was refused is not shown";
}

TEST_F(SimulatorPlatformRate, IsNoneInWhatsappsLook) {
    look_.turn_to(Look::WhatsApp);
    phones_.with_transaction([&](storage::Transaction& transaction) {
        return storage::SimulatorStore(transaction)
            .add({"sim-1", storage::DariSiapa::Orang, clock_.now(), "1", "{}", std::nullopt});
    });

    for (int i = 0; i < 2 * kBurst; ++i) {
        EXPECT_TRUE(std::holds_alternative<adapters::Sent>(send(i))) << i;
    }
}

}  // namespace

}  // namespace bot_test
