#include "tests/support/stand_in_server.hpp"

#include <algorithm>
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
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cctype>
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

constexpr std::size_t kBodyLimit = 32 * 1024 * 1024;
constexpr std::size_t kReadBytes = 64 * 1024;
constexpr std::size_t kHugeBytes = 50 * 1024 * 1024;
constexpr std::chrono::seconds kPollLimit{50};
constexpr std::chrono::milliseconds kSlowPause{200};

std::string head(const ServedAnswer& answer, std::size_t length) {
    return "HTTP/1.1 " + std::to_string(answer.status) + " X\r\nServer: nginx\r\n" +
           "Content-Type: " + answer.content_type +
           "\r\nContent-Length: " + std::to_string(length) + "\r\n" + answer.fields + "\r\n";
}

// The bytes of the answer; empty if nothing is to be written.
std::string bytes_of(const ServedAnswer& answer) {
    switch (answer.delivery) {
        case Delivery::Whole:
        case Delivery::Slow:
            return head(answer, answer.body.size()) + answer.body;
        case Delivery::Truncated:
            return head(answer, answer.body.size() + 100) + answer.body;
        case Delivery::WrongLength:
            return head(answer, answer.body.size() / 2) + answer.body;
        case Delivery::Huge: {
            const std::string begin = R"({"ok":true,"result":{"text":")";
            return head(answer, kHugeBytes) + begin + std::string(kHugeBytes - begin.size(), 'x');
        }
        case Delivery::Hang:
        case Delivery::Reset:
            return "";
    }
    return "";
}

ServedRequest request_of(http::request<http::string_body>&& message) {
    ServedRequest request;
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    for (const auto& field : message) {
        std::string name(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        request.fields[name] = std::string(field.value());
    }
    request.body = std::move(message.body());
    return request;
}

}  // namespace

class StandInServer::Network {
public:
    Network(Handler handler, unsigned short port)
        : handler_(std::move(handler)),
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

    void wake() {
        asio::post(io_, [this] {
            for (asio::steady_timer* waiting : waiting_) waiting->cancel();
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
                const ServedAnswer answer = co_await answer_to(co_await read(stream, buffer));
                co_await pause(answer.latency);
                co_await write(stream, answer);
                if (answer.delivery != Delivery::Whole) co_return;
                if (answer.written) answer.written();
            }
        } catch (const boost::system::system_error&) {
            co_return;  // the client has gone
        }
    }

    // Throws what ends the connection.
    static asio::awaitable<ServedRequest> read(
        beast::tcp_stream& stream, beast::flat_buffer& buffer
    ) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(kBodyLimit);
        parser.eager(true);
        bool wants_more = buffer.size() == 0;
        while (!parser.is_done()) {
            if (wants_more) {
                buffer.commit(
                    co_await stream.async_read_some(buffer.prepare(kReadBytes), use_awaitable)
                );
            }
            boost::system::error_code error;
            buffer.consume(parser.put(buffer.data(), error));
            wants_more = error == http::error::need_more || buffer.size() == 0;
            if (error && error != http::error::need_more) throw boost::system::system_error(error);
        }
        co_return request_of(parser.release());
    }

    asio::awaitable<ServedAnswer> answer_to(ServedRequest request) {
        const auto end = std::chrono::steady_clock::now() + kPollLimit;
        for (;;) {
            const bool late = std::chrono::steady_clock::now() >= end;
            if (auto answer = handler_(request, late ? Try::Last : Try::First)) co_return *answer;
            asio::steady_timer timer(io_, end);
            const auto place = waiting_.insert(waiting_.end(), &timer);
            co_await timer.async_wait(asio::as_tuple(use_awaitable));
            waiting_.erase(place);
        }
    }

    Awaitable write(beast::tcp_stream& stream, const ServedAnswer& answer) {
        if (answer.delivery == Delivery::Reset) {
            stream.socket().set_option(asio::socket_base::linger(true, 0));
            stream.socket().close();
            co_return;
        }
        const std::string bytes = bytes_of(answer);
        if (answer.delivery == Delivery::Slow) {
            for (const char& byte : bytes) {
                co_await asio::async_write(stream.socket(), asio::buffer(&byte, 1), use_awaitable);
                co_await pause(kSlowPause);
            }
            co_return;
        }
        co_await asio::async_write(stream.socket(), asio::buffer(bytes), use_awaitable);
        if (answer.delivery == Delivery::Whole) co_return;
        if (answer.delivery != Delivery::Hang) stream.socket().shutdown(tcp::socket::shutdown_send);
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

    Handler handler_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_;
    unsigned short port_;
    std::list<asio::steady_timer*> waiting_;
    std::thread thread_;
};

StandInServer::StandInServer(Handler handler, unsigned short port)
    : network_(std::make_unique<Network>(std::move(handler), port)) {}

StandInServer::~StandInServer() = default;

unsigned short StandInServer::port() const {
    return network_->port();
}

void StandInServer::wake() {
    network_->wake();
}

}  // namespace support
