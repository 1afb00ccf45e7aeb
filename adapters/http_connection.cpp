#include "adapters/http_connection.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/http/error.hpp>
#include <charconv>

#include "adapters/tls_context.hpp"

namespace adapters {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;

// A default flat_buffer has no end (RELIABILITY.md section 2.7).
constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr std::size_t kReadBytes = std::size_t{16} * 1024;  // one record of TLS

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

struct HttpConnection::Handler {
    Outcome* outcome;

    void operator()(Error error, std::size_t bytes = 0) const {
        *outcome = {.come = true, .error = error, .bytes = bytes};
    }
};

// Runs one operation on the socket to its end. Its buffers belong to the caller, so after a missed
// deadline the socket is closed and the operation awaited: it ends at once.
template <class Start>
HttpConnection::Outcome HttpConnection::run(Time end, Start start) {
    Outcome outcome;
    io_.restart();
    start(Handler{&outcome});
    while (!outcome.come && io_.run_one_until(end) != 0) {
    }
    if (outcome.come) return outcome;
    Error ignored;
    socket().close(ignored);
    while (!outcome.come && io_.run_one() != 0) {
    }
    outcome.error = asio::error::timed_out;
    return outcome;
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
        const auto outcome =
            run(share, [&](Handler done) { plain_->async_connect(endpoint, done); });
        if (!outcome.error) {
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
    const auto outcome =
        run(end, [&](Handler done) { secure_->async_handshake(Stream::client, done); });
    return !outcome.error;
}

HttpConnection::Outcome HttpConnection::write_some(std::string_view bytes, Time end) {
    const asio::const_buffer buffer(bytes.data(), bytes.size());
    return run(end, [&](Handler done) {
        if (secure_) {
            secure_->async_write_some(buffer, done);
        } else {
            plain_->async_write_some(buffer, done);
        }
    });
}

HttpConnection::Error HttpConnection::write(std::string_view bytes, Time end) {
    while (!bytes.empty()) {
        const Outcome outcome = write_some(bytes, end);
        if (outcome.error) return outcome.error;
        bytes.remove_prefix(outcome.bytes);
    }
    return {};
}

// Appends what comes next to the buffer.
HttpConnection::Error HttpConnection::read_some(Time end) {
    const std::size_t room = std::min(buffer_.max_size() - buffer_.size(), kReadBytes);
    if (room == 0) return http::error::buffer_overflow;
    const asio::mutable_buffer free = buffer_.prepare(room);
    const Outcome outcome = run(end, [&](Handler done) {
        if (secure_) {
            secure_->async_read_some(free, done);
        } else {
            plain_->async_read_some(free, done);
        }
    });
    buffer_.commit(outcome.bytes);
    return outcome.error;
}

// Feeds the parser until it is there. The other side's end of the connection may be the end of the
// answer, which the parser knows.
HttpConnection::Error HttpConnection::read_until(
    bool (*there)(const Parser&), Parser& parser, Time end
) {
    Error error;
    while (!there(parser)) {
        if (buffer_.size() != 0) {
            buffer_.consume(parser.put(buffer_.data(), error));
            if (!error) continue;
            if (error != http::error::need_more) break;
        }
        error = read_some(end);
        if (error == asio::error::eof) {
            error = {};
            if (!parser.got_some()) error = http::error::end_of_stream;
            if (!error) parser.put_eof(error);
        }
        if (error) break;
    }
    last_use_ = Clock::now();
    return error;
}

HttpConnection::Error HttpConnection::read_header(Parser& parser, Time end) {
    parser.eager(false);
    return read_until([](const Parser& of) { return of.is_header_done(); }, parser, end);
}

HttpConnection::Error HttpConnection::read(Parser& parser, Time end) {
    parser.eager(true);
    return read_until([](const Parser& of) { return of.is_done(); }, parser, end);
}

// Without the farewell of TLS: nothing is under way, and a lost farewell would only cost time.
void HttpConnection::close() {
    secure_.reset();
    plain_.reset();
    buffer_.clear();
}

}  // namespace adapters
