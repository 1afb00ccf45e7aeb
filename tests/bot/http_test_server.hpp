#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include "bot/service/http_server.hpp"

namespace bot_test {

// A running server on a free port of 127.0.0.1, with one handler of every kind:
// POST /webhook/telegram  answers 200 at once and counts
// POST /webhook/whatsapp  keeps the request until release_one()
// GET /healthz            slow handler, "alive"
// GET /throws             slow handler that throws
// GET /never              never answers
// GET /smuggled           counts: no test may ever reach it unasked
class TestServer {
public:
    explicit TestServer(bot::HttpServerOptions options = {});
    ~TestServer();
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    bot::HttpServer& server() { return *server_; }
    bot::Metrics& metrics() { return metrics_; }

    [[nodiscard]] int taken() const { return taken_; }
    [[nodiscard]] int smuggled() const { return smuggled_; }
    [[nodiscard]] std::string last_body();

    // Waits for a request that is kept, and takes its way to answer.
    bot::Respond take_kept();

    // Ends the server; what was kept can still be answered, into nothing.
    void destroy() { server_.reset(); }

private:
    bot::Router router();

    bot::Metrics metrics_;
    std::mutex mutex_;
    std::condition_variable kept_changed_;
    std::deque<bot::Respond> kept_;
    std::string last_body_;
    std::atomic<int> taken_{0};
    std::atomic<int> smuggled_{0};
    std::unique_ptr<bot::HttpServer> server_;
    std::uint16_t port_ = 0;
};

// The options of most tests: the host of hostile_test_rules(), short times, no trusted proxy.
bot::HttpServerOptions quick_options();

// A POST to a path with that body.
std::string post_to(const std::string& path, const std::string& body);

}  // namespace bot_test
