#include "tests/bot/http_test_server.hpp"

#include <utility>

namespace bot_test {

namespace {

constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;

}  // namespace

TestServer::TestServer(bot::HttpServerOptions options)
    : server_(std::make_unique<bot::HttpServer>(router(), std::move(options), metrics_)) {
    port_ = server_->start("127.0.0.1:0");
}

TestServer::~TestServer() = default;

bot::Router TestServer::router() {
    bot::Router router;
    router.add(
        "POST",
        "/webhook/telegram",
        kMebibyte,
        bot::AsyncHandler([this](bot::HttpRequest request, const bot::Respond& respond) {
            {
                const std::lock_guard lock(mutex_);
                last_body_ = std::move(request.body);
            }
            ++taken_;
            respond({});
        })
    );
    router.add(
        "POST",
        "/webhook/whatsapp",
        4 * kMebibyte,
        bot::AsyncHandler([this](const bot::HttpRequest&, bot::Respond respond) {
            const std::lock_guard lock(mutex_);
            kept_.push_back(std::move(respond));
            kept_changed_.notify_all();
        })
    );
    router.add("GET", "/healthz", 0, bot::SlowHandler([](const bot::HttpRequest&) {
                   bot::HttpResponse response;
                   response.content_type = "text/plain";
                   response.body = "alive";
                   return response;
               }));
    router.add(
        "GET", "/throws", 0, bot::SlowHandler([](const bot::HttpRequest&) -> bot::HttpResponse {
            throw std::runtime_error("password of the database");
        })
    );
    router.add(
        "GET", "/never", 0, bot::AsyncHandler([](const bot::HttpRequest&, const bot::Respond&) {})
    );
    router.add(
        "GET",
        "/smuggled",
        0,
        bot::AsyncHandler([this](const bot::HttpRequest&, const bot::Respond& respond) {
            ++smuggled_;
            respond({});
        })
    );
    return router;
}

std::string TestServer::last_body() {
    const std::lock_guard lock(mutex_);
    return last_body_;
}

bot::Respond TestServer::take_kept() {
    std::unique_lock lock(mutex_);
    const bool came =
        kept_changed_.wait_for(lock, std::chrono::seconds{10}, [this] { return !kept_.empty(); });
    if (!came) throw std::runtime_error("no request came");
    bot::Respond respond = std::move(kept_.front());
    kept_.pop_front();
    return respond;
}

bot::HttpServerOptions quick_options() {
    bot::HttpServerOptions options;
    options.hosts = {"bot.example"};
    options.single_fields = {"X-Telegram-Bot-Api-Secret-Token", "X-Hub-Signature-256"};
    options.times.last_call = std::chrono::milliseconds{100};
    options.times.linger = std::chrono::milliseconds{200};
    options.connections_per_peer = 1000;
    return options;
}

std::string post_to(const std::string& path, const std::string& body) {
    return "POST " + path +
           " HTTP/1.1\r\nHost: bot.example\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

}  // namespace bot_test
