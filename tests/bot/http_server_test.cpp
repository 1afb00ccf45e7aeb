#include "bot/service/http_server.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <system_error>
#include <vector>

#include "tests/bot/http_hostile_requests.hpp"
#include "tests/bot/http_raw_client.hpp"
#include "tests/bot/http_test_server.hpp"
#include "tests/support/wait.hpp"

namespace bot_test {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

const std::string kTelegram = "/webhook/telegram";
const std::string kGetSmuggled = "GET /smuggled HTTP/1.1\r\nHost: bot.example\r\n\r\n";

TEST(HttpServer, KeepsTheConnectionAfterSuccess) {
    TestServer server(quick_options());
    RawClient client(server.port());

    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(client.send(post_to(kTelegram, "{\"update_id\":1}")));
        const RawAnswer answer = client.read_answer();

        ASSERT_EQ(answer.status, 200);
        EXPECT_TRUE(answer.has_line("Content-Length: 0"));
        EXPECT_EQ(answer.head.find("Connection: close"), std::string::npos);
        EXPECT_EQ(answer.head.find("Transfer-Encoding"), std::string::npos);
    }
    EXPECT_EQ(server.taken(), 3);
    EXPECT_EQ(server.last_body(), "{\"update_id\":1}");
}

TEST(HttpServer, ClosesIfTheClientAsksForIt) {
    TestServer server(quick_options());
    RawClient client(server.port());

    client.send("GET /healthz HTTP/1.1\r\nHost: bot.example\r\nConnection: close\r\n\r\n");
    const RawAnswer answer = client.read_answer();

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "alive");
    EXPECT_TRUE(answer.has_line("X-Content-Type-Options: nosniff"));
    EXPECT_TRUE(client.is_ended());
}

TEST(HttpServer, TakesBodiesOfEverySizeWhole) {
    TestServer server(quick_options());
    RawClient client(server.port());

    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{70'000}, std::size_t{1} << 20U}) {
        std::string body(size, 'x');
        if (size > 0) body.back() = '\0';
        client.send(post_to(kTelegram, body));

        ASSERT_EQ(client.read_answer().status, 200) << size;
        EXPECT_EQ(server.last_body(), body) << size;
    }
}

TEST(HttpServer, TakesAHeadAtTheLimit) {
    TestServer server(quick_options());
    const std::string empty = post_with("Content-Length: 5\r\nX: \r\n");
    const std::string room(bot::kMaxHeadBytes - empty.size(), 'y');

    const RawAnswer answer =
        ask(server.port(), post_with("Content-Length: 5\r\nX: " + room + "\r\n") + "hello");

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(server.last_body(), "hello");
}

TEST(HttpServer, TakesARequestInSingleBytes) {
    TestServer server(quick_options());
    RawClient client(server.port());

    for (const char byte : post_to(kTelegram, "hello")) client.send({&byte, 1});

    EXPECT_EQ(client.read_answer().status, 200);
    EXPECT_EQ(server.last_body(), "hello");
}

// E4: alone and with a second request behind it. Nothing is served, the connection ends.
TEST(HttpServer, RefusesEveryHostileRequestAndCloses) {
    TestServer server(quick_options());

    for (const HostileRequest& request : hostile_requests()) {
        for (const std::string& behind : {std::string{}, kGetSmuggled}) {
            RawClient client(server.port());
            client.send(request.bytes + behind);
            // Bytes that are no head yet would wait for the rest.
            const RawAnswer answer = client.read_answer();

            EXPECT_EQ(answer.status, request.status) << request.name;
            EXPECT_TRUE(answer.has_line("Connection: close")) << request.name;
            EXPECT_TRUE(client.is_ended()) << request.name;
        }
    }
    EXPECT_EQ(server.smuggled(), 0);
    EXPECT_EQ(server.taken(), 0);
}

TEST(HttpServer, AnswersAndClosesIfBytesAreLeft) {
    TestServer server(quick_options());
    RawClient client(server.port());

    client.send(post_to(kTelegram, "first") + kGetSmuggled);
    const RawAnswer answer = client.read_answer();

    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has_line("Connection: close"));
    EXPECT_TRUE(client.is_ended());
    EXPECT_EQ(server.last_body(), "first");
    EXPECT_EQ(server.smuggled(), 0);
}

TEST(HttpServer, DoesNotReadABodyOverTheLimit) {
    TestServer server(quick_options());
    RawClient client(server.port());

    client.send(post_with("Content-Length: 104857600\r\nExpect: 100-continue\r\n"));
    const RawAnswer answer = client.read_answer();

    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.body, R"({"error":"body too large"})");
    EXPECT_TRUE(client.is_ended());
}

TEST(HttpServer, StopsReadingABodyOverTheLimitThatIsSentAnyway) {
    TestServer server(quick_options());
    RawClient client(server.port());
    client.send(post_with("Content-Length: 104857600\r\n"));

    const std::string piece(1 << 20U, 'x');
    int taken = 0;
    while (taken < 100 && client.send(piece)) ++taken;

    // What the kernel's buffers hold passes; the server itself drops 16 KiB.
    EXPECT_LT(taken, 20);
    EXPECT_EQ(client.read_answer().status, 413);
}

TEST(HttpServer, DoesNotReadAChunkHeader) {
    TestServer server(quick_options());
    RawClient client(server.port());
    client.send(post_with("Transfer-Encoding: chunked\r\n") + "5;");

    const std::string piece(1 << 20U, 'x');
    int taken = 0;
    while (taken < 200 && client.send(piece)) ++taken;

    EXPECT_LT(taken, 20);
    EXPECT_EQ(client.read_answer().status, 501);
}

TEST(HttpServer, SaysContinueOnlyAfterTheHeadPassed) {
    TestServer server(quick_options());
    RawClient client(server.port());

    client.send(post_with("Content-Length: 5\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(client.read_answer().status, 100);
    client.send("hello");

    EXPECT_EQ(client.read_answer().status, 200);
    EXPECT_EQ(server.last_body(), "hello");
}

TEST(HttpServer, ShowsNothingOfWhatAHandlerThrew) {
    TestServer server(quick_options());

    const RawAnswer answer =
        ask(server.port(), "GET /throws HTTP/1.1\r\nHost: bot.example\r\n\r\n");

    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body, R"({"error":"internal error"})");
}

TEST(HttpServer, SendsNoBodyForHead) {
    TestServer server(quick_options());

    const RawAnswer answer =
        ask(server.port(), "HEAD /healthz HTTP/1.1\r\nHost: bot.example\r\n\r\n");

    EXPECT_EQ(answer.status, 405);
    EXPECT_TRUE(answer.has_line("Allow: GET"));
    EXPECT_TRUE(answer.has_line("Content-Length: 0"));
}

TEST(HttpServer, Says503IfAHandlerTakesTooLong) {
    bot::HttpServerOptions options = quick_options();
    options.times.answer = milliseconds{100};
    TestServer server(options);

    const RawAnswer answer = ask(server.port(), "GET /never HTTP/1.1\r\nHost: bot.example\r\n\r\n");

    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.has_line("Retry-After: 5"));
}

TEST(HttpServer, ClosesSlowSendersByOneDeadline) {
    bot::HttpServerOptions options = quick_options();
    options.times.request = milliseconds{200};
    TestServer server(options);
    const std::string head = post_with("Content-Length: 100000\r\n");

    for (const std::string& first : {std::string("P"), head, head + "body"}) {
        RawClient client(server.port());
        const auto start = steady_clock::now();
        client.send(first);
        // One byte every 10 ms, so that a deadline per read would never end.
        while (!client.has_news(milliseconds{10}) && client.send("x")) {
        }
        const auto took = steady_clock::now() - start;

        EXPECT_EQ(client.read_answer().status, 0);
        EXPECT_GE(took, milliseconds{150});
        EXPECT_LT(took, milliseconds{5'000});
    }
    EXPECT_EQ(server.taken(), 0);
}

TEST(HttpServer, ClosesSilentAndIdleConnections) {
    bot::HttpServerOptions options = quick_options();
    options.times.request = milliseconds{100};
    options.times.idle = milliseconds{100};
    TestServer server(options);
    RawClient silent(server.port());
    RawClient idle(server.port());

    idle.send(post_to(kTelegram, "x"));

    EXPECT_EQ(idle.read_answer().status, 200);
    EXPECT_TRUE(idle.is_ended());
    EXPECT_TRUE(silent.is_ended());
    EXPECT_TRUE(
        support::wait_until([&] { return server.server().connections() == 0; }, milliseconds{5'000})
    );
}

TEST(HttpServer, RefusesToListenWhereItCannot) {
    TestServer first(quick_options());
    bot::Metrics metrics;
    bot::HttpServer second({}, {}, metrics);
    bot::HttpServer third({}, {}, metrics);

    EXPECT_THROW(second.start("127.0.0.1:" + std::to_string(first.port())), std::system_error);
    EXPECT_THROW(third.start("127.0.0.1"), std::system_error);
}

}  // namespace

}  // namespace bot_test
