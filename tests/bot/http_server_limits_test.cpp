#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "tests/bot/http_raw_client.hpp"
#include "tests/bot/http_test_server.hpp"
#include "tests/support/wait.hpp"

namespace bot_test {

namespace {

using std::chrono::milliseconds;

const std::string kWebhook = "/webhook/telegram";
const std::string kWhatsappWebhook = "/webhook/whatsapp";
constexpr milliseconds kPatience{10'000};

bool is_served(RawClient& client) {
    client.send(post_to(kWebhook, "x"));
    return client.read_answer().status == 200;
}

TEST(HttpServerLimits, AdmitsSoManyConnectionsOfOnePeer) {
    bot::HttpServerOptions options = quick_options();
    options.connections_per_peer = 2;
    TestServer server(options);
    RawClient first(server.port());
    auto second = std::make_unique<RawClient>(server.port());
    ASSERT_TRUE(is_served(first));
    ASSERT_TRUE(is_served(*second));

    RawClient third(server.port());
    const RawAnswer answer = third.read_answer();

    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.body, R"({"error":"unavailable"})");
    EXPECT_TRUE(third.is_ended());
    EXPECT_TRUE(is_served(first));

    second.reset();
    EXPECT_TRUE(support::wait_until(
        [&] {
            RawClient fourth(server.port());
            return is_served(fourth);
        },
        kPatience
    ));
}

TEST(HttpServerLimits, DoesNotCountAProxyAsAPeer) {
    bot::HttpServerOptions options = quick_options();
    options.connections_per_peer = 1;
    options.trusted_proxies = {"127.0.0.1"};
    TestServer server(options);
    RawClient first(server.port());
    RawClient second(server.port());

    EXPECT_TRUE(is_served(first));
    EXPECT_TRUE(is_served(second));
}

TEST(HttpServerLimits, AdmitsSoManyConnectionsInAll) {
    bot::HttpServerOptions options = quick_options();
    options.max_connections = 1;
    options.trusted_proxies = {"127.0.0.1"};
    TestServer server(options);
    RawClient first(server.port());
    ASSERT_TRUE(is_served(first));

    RawClient second(server.port());

    EXPECT_EQ(second.read_answer().status, 503);
    EXPECT_TRUE(second.is_ended());
    EXPECT_TRUE(is_served(first));
}

TEST(HttpServerLimits, HoldsOnlySoManyBytesOfLargeBodies) {
    bot::HttpServerOptions options = quick_options();
    options.large_body_bytes = 150'000;
    TestServer server(options);
    const std::string large(100'000, 'x');
    RawClient first(server.port());
    first.send(post_to(kWhatsappWebhook, large));
    const bot::Respond answer_first = server.take_kept();

    RawClient second(server.port());
    second.send(post_to(kWhatsappWebhook, large));
    const RawAnswer refused = second.read_answer();
    RawClient small(server.port());
    const bool small_served = is_served(small);
    answer_first({});

    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.has_line("Retry-After: 5"));
    EXPECT_TRUE(small_served);
    EXPECT_EQ(first.read_answer().status, 200);
    first.send(post_to(kWhatsappWebhook, large));
    server.take_kept()({});
    EXPECT_EQ(first.read_answer().status, 200);
}

TEST(HttpServerLimits, Says503WithoutDescriptorsAndRecovers) {
    TestServer server(quick_options());
    RawClient open(server.port());
    ASSERT_TRUE(is_served(open));
    RawClient first;
    RawClient second;
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int lowest_free = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(lowest_free);
    rlimit none_left = before;
    none_left.rlim_cur = static_cast<rlim_t>(lowest_free);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none_left), 0);

    first.connect(server.port());
    second.connect(server.port());
    const int first_status = first.read_answer().status;
    const int second_status = second.read_answer().status;
    const bool open_served = is_served(open);
    ::setrlimit(RLIMIT_NOFILE, &before);
    RawClient third(server.port());

    EXPECT_EQ(first_status, 503);
    EXPECT_EQ(second_status, 503);
    EXPECT_TRUE(open_served);
    EXPECT_TRUE(is_served(third));
}

TEST(HttpServerStop, AnswersWhatItHasTakenAndThenEnds) {
    TestServer server(quick_options());
    RawClient busy(server.port());
    RawClient idle(server.port());
    ASSERT_TRUE(is_served(idle));
    busy.send(post_to(kWhatsappWebhook, "x"));
    const bot::Respond respond = server.take_kept();

    server.server().stop_accepting();
    EXPECT_FALSE(server.server().drain(milliseconds{10}));
    respond({});
    const RawAnswer answer = busy.read_answer();

    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has_line("Connection: close"));
    EXPECT_TRUE(idle.is_ended());
    EXPECT_TRUE(server.server().drain(kPatience));
    RawClient late(server.port());
    EXPECT_TRUE(late.is_ended());
}

TEST(HttpServerStop, TakesOneMoreRequestOfAConnectionThatIsIdle) {
    bot::HttpServerOptions options = quick_options();
    options.times.last_call = kPatience;
    TestServer server(options);
    RawClient client(server.port());
    ASSERT_TRUE(is_served(client));

    server.server().stop_accepting();
    client.send(post_to(kWebhook, "x"));
    const RawAnswer answer = client.read_answer();

    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has_line("Connection: close"));
    EXPECT_TRUE(server.server().drain(kPatience));
}

TEST(HttpServerStop, ClosesWhatIsStillOpen) {
    TestServer server(quick_options());
    RawClient idle(server.port());
    RawClient waiting(server.port());
    ASSERT_TRUE(is_served(idle));
    waiting.send(post_to(kWhatsappWebhook, "x"));
    const bot::Respond respond = server.take_kept();

    server.server().stop();
    server.server().stop();

    EXPECT_TRUE(idle.is_ended());
    EXPECT_EQ(waiting.read_answer().status, 0);
    EXPECT_EQ(server.server().connections(), 0U);
    server.destroy();
    respond({});
}

TEST(HttpServerStop, StandsAnswersFromManyThreadsDuringTheEnd) {
    bot::HttpServerOptions options = quick_options();
    options.threads = 2;
    for (int round = 0; round < 20; ++round) {
        TestServer server(options);
        std::vector<std::unique_ptr<RawClient>> clients;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(post_to(kWhatsappWebhook, "x"));
        }
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([respond = server.take_kept()] {
                respond({});
                respond({});
            });
        }
        server.destroy();
        for (std::thread& thread : threads) thread.join();
    }
}

}  // namespace

}  // namespace bot_test
