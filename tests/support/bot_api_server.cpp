#include "tests/support/bot_api_server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <list>
#include <thread>

namespace support {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::use_awaitable;
using asio::ip::tcp;
using Awaitable = asio::awaitable<void>;

constexpr std::size_t kBodyLimit = 25 * 1024 * 1024;
constexpr std::size_t kHugeBytes = 50 * 1024 * 1024;
constexpr std::chrono::seconds kPollLimit{50};
constexpr std::chrono::milliseconds kSlowPause{200};

struct Path {
    std::string token;
    std::string method;
    std::string file;  // behind the token of a file's address
};

// "/bot<token>/<method>"; both empty if it is something else. A file is the method "file".
Path path_of(std::string_view target) {
    constexpr std::string_view kFiles = "/file";
    const bool file = target.starts_with(kFiles);
    if (file) target.remove_prefix(kFiles.size());
    constexpr std::string_view kPrefix = "/bot";
    if (!target.starts_with(kPrefix)) return {};
    target.remove_prefix(kPrefix.size());
    const auto slash = target.find('/');
    if (slash == std::string_view::npos) return {};
    std::string token(target.substr(0, slash)), rest(target.substr(slash + 1));
    if (file) return {std::move(token), "file", std::move(rest)};
    return {std::move(token), std::move(rest), ""};
}

std::string head(int status, std::size_t length, std::string_view more = "") {
    return "HTTP/1.1 " + std::to_string(status) + " X\r\nServer: nginx\r\n" +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(length) + "\r\n" +
           std::string(more) + "\r\n";
}

std::string page(int status) {
    const std::string body =
        "<html><head><title>" + std::to_string(status) + " Bad Gateway</title></head></html>";
    return head(status, body.size()) + body;
}

std::string too_many(const std::string* retry_after) {
    std::string body = R"({"ok":false,"error_code":429,"description":"Too Many Requests)";
    if (retry_after == nullptr) {
        body += "\"}";
        return head(429, body.size()) + body;
    }
    body +=
        ": retry after " + *retry_after + R"(","parameters":{"retry_after":)" + *retry_after + "}}";
    return head(429, body.size(), "Retry-After: " + *retry_after + "\r\n") + body;
}

// The bytes of an answer that goes wrong; empty if nothing is to be written.
std::string spoiled(FaultKind kind, const ApiReply& reply, std::chrono::seconds retry_after) {
    const std::string seconds = std::to_string(retry_after.count());
    switch (kind) {
        case FaultKind::TooManyRequests:
            return too_many(&seconds);
        case FaultKind::TooManyRequestsBare:
            return too_many(nullptr);
        case FaultKind::ServerError:
            return page(502);
        case FaultKind::Garbage:
            return head(200, 7) + "\x01\xff{]\"xx";
        case FaultKind::Truncated:
            return head(200, reply.body.size() + 100) + reply.body;
        case FaultKind::WrongLength:
            return head(200, reply.body.size() / 2) + reply.body;
        case FaultKind::OkWithoutResult:
            return head(200, 11) + R"({"ok":true})";
        case FaultKind::Redirect:
            return head(301, 0, "Location: http://127.0.0.1:9/\r\n");
        case FaultKind::Huge:
            return head(200, kHugeBytes) + R"({"ok":true,"result":{"text":")" +
                   std::string(kHugeBytes - 29, 'x');
        case FaultKind::Slow:
            return head(200, reply.body.size()) + reply.body;
        case FaultKind::None:
        case FaultKind::Hang:
        case FaultKind::Reset:
        case FaultKind::Blocked:
            return "";
    }
    return "";
}

// Whether the answer is a whole one, after which the connection goes on.
bool is_whole(FaultKind kind) {
    return kind == FaultKind::TooManyRequests || kind == FaultKind::TooManyRequestsBare ||
           kind == FaultKind::ServerError || kind == FaultKind::Garbage ||
           kind == FaultKind::OkWithoutResult || kind == FaultKind::Redirect;
}

bool can_deliver(FaultKind kind) {
    return kind != FaultKind::TooManyRequests && kind != FaultKind::TooManyRequestsBare &&
           kind != FaultKind::Redirect && kind != FaultKind::Blocked;
}

}  // namespace

class BotApiServer::Network {
public:
    Network(BotApiState& state, unsigned short port)
        : state_(state),
          acceptor_(io_, tcp::endpoint(asio::ip::address_v4::loopback(), port)),
          port_(acceptor_.local_endpoint().port()) {
        asio::co_spawn(io_, accept(), asio::detached);
        thread_ = std::thread([this] { io_.run(); });
    }

    ~Network() {
        io_.stop();
        thread_.join();
    }

    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    [[nodiscard]] unsigned short port() const { return port_; }

    void wake_polls() {
        asio::post(io_, [this] {
            for (asio::steady_timer* poll : polls_) poll->cancel();
        });
    }

private:
    Awaitable accept() {
        for (;;) {
            auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(use_awaitable));
            if (error) continue;
            socket.set_option(tcp::no_delay(true));
            asio::co_spawn(io_, serve(beast::tcp_stream(std::move(socket))), asio::detached);
        }
    }

    // Answers one request after the other until the client or a fault closes the connection.
    Awaitable serve(beast::tcp_stream stream) {
        beast::flat_buffer buffer(kBodyLimit);
        try {
            for (;;) {
                http::request_parser<http::string_body> parser;
                parser.body_limit(kBodyLimit);
                co_await http::async_read(stream, buffer, parser, use_awaitable);
                const Path path =
                    path_of({parser.get().target().data(), parser.get().target().size()});
                const std::string type(parser.get()[http::field::content_type]);
                if (!co_await answer(stream, path, type, parser.get().body())) co_return;
            }
        } catch (const boost::system::system_error&) {
            co_return;  // the client has gone
        }
    }

    // Gives back whether the connection can go on.
    asio::awaitable<bool> answer(
        beast::tcp_stream& stream,
        const Path& path,
        const std::string& type,
        const std::string& body
    ) {
        ApiCall call{.at = std::chrono::steady_clock::now(), .method = path.method, .body = body};
        if (path.method.empty() || !state_.is_token(path.token)) {
            const ApiReply reply =
                path.method.empty() ? refusal(404, "Not Found") : refusal(401, "Unauthorized");
            call.status = reply.status;
            state_.log_call(std::move(call));
            co_return co_await write(stream, reply);
        }
        if (path.method == "getUpdates") {
            const ApiReply reply = co_await wait_for_updates(body);
            call.status = reply.status;
            state_.log_call(std::move(call));
            co_return co_await write(stream, reply);
        }
        const Fault fault = state_.take_fault(path.method);
        const bool deliver =
            fault.kind == FaultKind::None || (fault.delivered && can_deliver(fault.kind));
        const ApiReply reply = fault.kind == FaultKind::Blocked
                                   ? refusal(403, "bot was blocked by the user")
                                   : reply_of(path, type, body, deliver);
        const bool plain = fault.kind == FaultKind::None || fault.kind == FaultKind::Blocked;
        call.status = plain ? reply.status : 0;
        call.description = reply.description;
        state_.log_call(std::move(call));
        if (plain) {
            co_await pause(latency(path.method));
            const bool goes_on = co_await write(stream, reply);
            state_.mark_answered(reply.delivered);
            co_return goes_on;
        }
        co_await spoil(stream, fault.kind, reply);
        co_return is_whole(fault.kind);
    }

    ApiReply reply_of(
        const Path& path, const std::string& type, const std::string& body, bool deliver
    ) {
        if (path.method == "file") {
            auto content = state_.file_at(path.file);
            return content ? ApiReply{.body = *std::move(content)} : refusal(404, "Not Found");
        }
        if (type.starts_with("multipart/")) {
            return state_.reply_multipart(path.method, type, body, deliver);
        }
        return state_.reply(path.method, body, deliver);
    }

    std::chrono::milliseconds latency(std::string_view method) {
        const std::scoped_lock lock(state_.mutex);
        return method == "sendMessage" ? state_.latency : std::chrono::milliseconds{0};
    }

    asio::awaitable<ApiReply> wait_for_updates(const std::string& body) {
        const auto end = std::chrono::steady_clock::now() + kPollLimit;
        for (;;) {
            if (auto reply = state_.updates(body)) co_return *std::move(reply);
            if (std::chrono::steady_clock::now() >= end)
                co_return ApiReply{.body = R"({"ok":true,"result":[]})"};
            asio::steady_timer timer(io_, end);
            const auto place = polls_.insert(polls_.end(), &timer);
            co_await timer.async_wait(asio::as_tuple(use_awaitable));
            polls_.erase(place);
        }
    }

    Awaitable spoil(beast::tcp_stream& stream, FaultKind kind, const ApiReply& reply) {
        std::chrono::seconds retry_after{0};
        {
            const std::scoped_lock lock(state_.mutex);
            retry_after = state_.retry_after;
        }
        if (kind == FaultKind::Reset) {
            stream.socket().set_option(asio::socket_base::linger(true, 0));
            stream.socket().close();
            co_return;
        }
        if (kind == FaultKind::Hang) {
            char byte = 0;
            co_await stream.socket().async_read_some(asio::buffer(&byte, 1), use_awaitable);
            co_return;
        }
        const std::string bytes = spoiled(kind, reply, retry_after);
        if (kind == FaultKind::Slow) {
            for (const char& byte : bytes) {
                co_await asio::async_write(stream.socket(), asio::buffer(&byte, 1), use_awaitable);
                co_await pause(kSlowPause);
            }
            co_return;
        }
        co_await asio::async_write(stream.socket(), asio::buffer(bytes), use_awaitable);
        if (is_whole(kind)) co_return;
        stream.socket().shutdown(tcp::socket::shutdown_send);
        // Closing with bytes unread would reset the connection and take our answer away again.
        char byte = 0;
        co_await stream.socket().async_read_some(
            asio::buffer(&byte, 1), asio::as_tuple(use_awaitable)
        );
    }

    Awaitable pause(std::chrono::milliseconds span) {
        if (span.count() == 0) co_return;
        asio::steady_timer timer(io_, span);
        co_await timer.async_wait(use_awaitable);
    }

    static asio::awaitable<bool> write(beast::tcp_stream& stream, const ApiReply& reply) {
        const std::string bytes = head(reply.status, reply.body.size()) + reply.body;
        co_await asio::async_write(stream.socket(), asio::buffer(bytes), use_awaitable);
        co_return true;
    }

    BotApiState& state_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_;
    unsigned short port_;
    std::list<asio::steady_timer*> polls_;
    std::thread thread_;
};

BotApiServer::BotApiServer(BotApiState& state, unsigned short port)
    : network_(std::make_unique<Network>(state, port)) {}

BotApiServer::~BotApiServer() = default;

unsigned short BotApiServer::port() const {
    return network_->port();
}

void BotApiServer::wake_polls() {
    network_->wake_polls();
}

}  // namespace support
