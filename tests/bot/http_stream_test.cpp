#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>

#include "bot/service/http_server.hpp"
#include "tests/bot/http_raw_client.hpp"
#include "tests/support/wait.hpp"

// Answers without end (server-sent events), and answers that get lost on purpose.
namespace bot_test {

namespace {

constexpr std::chrono::milliseconds kStreamPatience{10'000};

std::string get(const std::string& path) {
    return "GET " + path + " HTTP/1.1\r\nHost: skpbot.example\r\n\r\n";
}

// Gives pieces at once: `left` of them, then the end; below zero: without end.
class Pieces final : public bot::HttpStream {
public:
    Pieces(int left, std::string piece) : left_(left), piece_(std::move(piece)) {}

    void next(std::function<void(std::string)> give) override {
        ++asked;
        if (left_ == 0) return give("");
        --left_;
        give(piece_);
    }

    std::atomic<int> asked{0};

private:
    int left_;
    const std::string piece_;
};

// Gives nothing until it is told to.
class Silence final : public bot::HttpStream {
public:
    void next(std::function<void(std::string)> give) override {
        const std::lock_guard lock(mutex_);
        give_ = std::move(give);
    }

    // False if it was not asked for something yet.
    bool say(std::string piece) {
        const std::lock_guard lock(mutex_);
        if (give_) give_(std::move(piece));
        return give_ != nullptr;
    }

private:
    std::mutex mutex_;
    std::function<void(std::string)> give_;
};

class HttpStreams : public ::testing::Test {
protected:
    void add(const std::string& path, const bot::HttpResponse& response) {
        router_.add("GET", path, 0, bot::SlowHandler([response](const bot::HttpRequest&) {
                        return response;
                    }));
    }

    void add(const std::string& path, std::shared_ptr<bot::HttpStream> stream) {
        bot::HttpResponse response;
        response.content_type = "text/event-stream";
        response.stream = std::move(stream);
        add(path, response);
    }

    void start(bot::HttpTimes times = {}) {
        bot::HttpServerOptions options;
        options.times = times;
        server_ = std::make_unique<bot::HttpServer>(std::move(router_), options, metrics_);
        port_ = server_->start("127.0.0.1:0");
    }

    bool comes_to_connections(std::size_t count) {
        return support::wait_until(
            [&] { return server_->connections() == count; }, kStreamPatience
        );
    }

    bot::Metrics metrics_;
    bot::Router router_;
    std::unique_ptr<bot::HttpServer> server_;
    std::uint16_t port_ = 0;
};

TEST_F(HttpStreams, GoOutPieceByPieceAndEndWithTheConnection) {
    const auto pieces = std::make_shared<Pieces>(3, "data: x\n\n");
    add("/stream", pieces);
    start();
    RawClient client(port_);
    client.send(get("/stream"));

    const RawAnswer answer = client.read_answer();

    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has_line("Content-Type: text/event-stream"));
    EXPECT_TRUE(answer.has_line("Connection: close"));
    EXPECT_EQ(answer.head.find("Content-Length"), std::string::npos);
    client.read_to_end();
    EXPECT_EQ(pieces->asked, 4);
    EXPECT_TRUE(comes_to_connections(0));
}

// He reads nothing until the buffers on the way are full; then his time runs.
TEST_F(HttpStreams, AReaderWhoStallsIsClosedWhileOthersGoOn) {
    const auto pieces = std::make_shared<Pieces>(-1, std::string(65'536, 'x'));
    const auto silence = std::make_shared<Silence>();
    add("/stream", pieces);
    add("/quiet", silence);
    bot::HttpTimes times;
    times.answer = std::chrono::milliseconds{300};
    start(times);
    RawClient quiet(port_);
    quiet.send(get("/quiet"));
    ASSERT_EQ(quiet.read_answer().status, 200);
    RawClient stalled(port_);
    stalled.send(get("/stream"));
    ASSERT_TRUE(support::wait_until([&] { return pieces->asked > 0; }, kStreamPatience));

    EXPECT_TRUE(comes_to_connections(1));

    // What the two sockets hold, and one piece.
    EXPECT_LT(pieces->asked, 1000);
    EXPECT_FALSE(quiet.has_news(std::chrono::milliseconds{0})) << "who only waits is not closed";
    ASSERT_TRUE(support::wait_until([&] { return silence->say("data: x\n\n"); }, kStreamPatience));
    EXPECT_TRUE(quiet.has_news(kStreamPatience));
    EXPECT_FALSE(quiet.is_ended());
}

TEST_F(HttpStreams, HoldUpNoStop) {
    add("/stream", std::make_shared<Silence>());
    start();
    RawClient client(port_);
    client.send(get("/stream"));
    ASSERT_EQ(client.read_answer().status, 200) << "the head comes at once";

    server_->stop_accepting();

    EXPECT_TRUE(server_->drain(std::chrono::milliseconds{5'000}));
}

TEST_F(HttpStreams, AnAnswerThatGetsLostSendsNoByte) {
    bot::HttpResponse response;
    response.body = "terkirim";
    response.delivery = bot::Delivery::Lost;
    add("/lost", response);
    start();
    RawClient client(port_);
    client.send(get("/lost"));

    EXPECT_TRUE(client.is_ended());
}

}  // namespace

}  // namespace bot_test
