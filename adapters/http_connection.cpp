#include "adapters/http_connection.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <charconv>

#include "adapters/tls_context.hpp"

namespace adapters {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;

// A default flat_buffer has no end (RELIABILITY.md section 2.7).
constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;

// An address that swallows everything must leave time for the next one.
constexpr std::chrono::seconds kShareOfOneAddress{2};

std::uint16_t to_port(const std::string& digits) {
    std::uint16_t port = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return port;
}

}  // namespace

HttpConnection::HttpConnection(HttpAddress address)
    : address_(std::move(address)),
      tls_(address_.tls ? shared_tls_context() : nullptr),
      buffer_(kBufferBytes) {}

// Runs one operation on the socket to its end. Its buffers belong to the caller, so after a missed
// deadline the socket is closed and the operation awaited: it ends at once.
template <class Start>
HttpConnection::Error HttpConnection::run(Time end, Start start) {
    std::optional<Error> outcome;
    io_.restart();
    start([&outcome](Error error, auto&&...) { outcome = error; });
    while (!outcome && io_.run_one_until(end) != 0) {
    }
    if (outcome) return *outcome;
    Error ignored;
    socket().close(ignored);
    while (!outcome && io_.run_one() != 0) {
    }
    return asio::error::timed_out;
}

template <class Visit>
void HttpConnection::on_stream(Visit visit) {
    if (secure_) {
        visit(*secure_);
    } else {
        visit(*plain_);
    }
}

HttpConnection::Tcp::socket& HttpConnection::socket() {
    return secure_ ? secure_->next_layer() : *plain_;
}

bool HttpConnection::is_usable(std::chrono::milliseconds idle_limit) {
    if (!plain_ && !secure_) return false;
    Error error;
    if (Clock::now() - last_use_ <= idle_limit && buffer_.size() == 0 && socket().is_open()) {
        char byte = 0;
        socket().non_blocking(true, error);
        if (!error) socket().receive(asio::buffer(&byte, 1), Tcp::socket::message_peek, error);
    }
    if (error == asio::error::would_block) return true;
    close();
    return false;
}

std::optional<HttpBarrier> HttpConnection::connect(Time end) {
    close();
    const auto endpoints = look_up(end);
    if (!endpoints) return HttpBarrier::Name;
    if (!connect_to(*endpoints, end)) {
        close();
        return HttpBarrier::Connect;
    }
    if (tls_ && !shake_hands(end)) {
        close();
        return HttpBarrier::Tls;
    }
    return std::nullopt;
}

// The look-up runs in a thread of its own and cannot be stopped, so what it writes to is shared
// with it and not awaited after the deadline.
std::optional<std::vector<HttpConnection::Tcp::endpoint>> HttpConnection::look_up(Time end) {
    Error error;
    const auto literal = asio::ip::make_address(address_.host, error);
    if (!error) return std::vector{Tcp::endpoint(literal, to_port(address_.port))};

    struct Answer {
        bool done = false;
        std::vector<Tcp::endpoint> endpoints;
    };
    auto answer = std::make_shared<Answer>();
    io_.restart();
    resolver_.async_resolve(
        address_.host,
        address_.port,
        [answer](Error failure, const Tcp::resolver::results_type& results) {
            answer->done = true;
            if (failure) return;
            for (const auto& result : results) answer->endpoints.push_back(result.endpoint());
        }
    );
    while (!answer->done && io_.run_one_until(end) != 0) {
    }
    if (answer->endpoints.empty()) return std::nullopt;
    return std::move(answer->endpoints);
}

bool HttpConnection::connect_to(const std::vector<Tcp::endpoint>& endpoints, Time end) {
    for (const auto& endpoint : endpoints) {
        const bool last = &endpoint == &endpoints.back();
        const Time share = last ? end : std::min(end, Clock::now() + kShareOfOneAddress);
        plain_.emplace(io_);
        const auto error = run(share, [&](auto done) { plain_->async_connect(endpoint, done); });
        if (!error) {
            Error ignored;
            plain_->set_option(Tcp::no_delay(true), ignored);
            return true;
        }
        if (Clock::now() >= end) return false;
    }
    return false;
}

bool HttpConnection::shake_hands(Time end) {
    secure_.emplace(std::move(*plain_), *tls_);
    plain_.reset();
    Error error;
    asio::ip::make_address(address_.host, error);
    const bool named = static_cast<bool>(error);  // RFC 6066: no address in the server name
    if (named && SSL_set_tlsext_host_name(secure_->native_handle(), address_.host.c_str()) != 1) {
        return false;
    }
    secure_->set_verify_callback(asio::ssl::host_name_verification(address_.host), error);
    if (error) return false;
    return !run(end, [&](auto done) { secure_->async_handshake(Stream::client, done); });
}

HttpConnection::Error HttpConnection::write(const Request& request, Time end) {
    Error error;
    on_stream([&](auto& stream) {
        error = run(end, [&](auto done) { http::async_write(stream, request, done); });
    });
    return error;
}

HttpConnection::Error HttpConnection::read(AnswerParser& parser, Time end) {
    Error error;
    on_stream([&](auto& stream) {
        error = run(end, [&](auto done) { http::async_read(stream, buffer_, parser, done); });
    });
    last_use_ = Clock::now();
    return error;
}

HttpConnection::Error HttpConnection::read_header(StreamParser& parser, Time end) {
    Error error;
    on_stream([&](auto& stream) {
        error =
            run(end, [&](auto done) { http::async_read_header(stream, buffer_, parser, done); });
    });
    last_use_ = Clock::now();
    return error;
}

HttpConnection::Error HttpConnection::read_piece(StreamParser& parser, Time end) {
    Error error;
    on_stream([&](auto& stream) {
        error = run(end, [&](auto done) { http::async_read(stream, buffer_, parser, done); });
    });
    last_use_ = Clock::now();
    return error == http::error::need_buffer ? Error{} : error;
}

// Without the farewell of TLS: nothing is under way, and a lost farewell would only cost time.
void HttpConnection::close() {
    secure_.reset();
    plain_.reset();
    buffer_.clear();
}

}  // namespace adapters
