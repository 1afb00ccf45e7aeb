#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tests {

using Request = boost::beast::http::request<boost::beast::http::string_body>;

// The next request of that connection, plain or TLS; nothing if the other side closed before a
// whole one came. What came behind it stays in the buffer.
template <class Stream>
std::optional<Request> read_request(Stream& stream, boost::beast::flat_buffer& buffer) {
    namespace http = boost::beast::http;
    constexpr std::size_t kReadBytes = 65536;
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    bool wants_more = buffer.size() == 0;
    while (!parser.is_done()) {
        boost::system::error_code error;
        if (wants_more) {
            buffer.commit(stream.read_some(buffer.prepare(kReadBytes), error));
            if (error) return std::nullopt;
        }
        buffer.consume(parser.put(buffer.data(), error));
        wants_more = error == http::error::need_more || buffer.size() == 0;
        if (error && error != http::error::need_more) return std::nullopt;
    }
    return parser.release();
}

// One connection as the script sees it. For the server's thread.
class Peer {
public:
    using Request = tests::Request;

    explicit Peer(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

    boost::asio::ip::tcp::socket& socket() { return socket_; }

    // Nothing if the other side closed before a whole request came.
    std::optional<Request> read_request();

    // Bytes as they are.
    void write(std::string_view bytes);

    // A complete answer that keeps the connection.
    void answer(std::string_view body, std::string_view status = "200 OK");

    // Until the other side closes, or the time is over: true if it closed.
    bool wait_closed(std::chrono::milliseconds longest = std::chrono::seconds{30});

    // The connection ends with a reset instead of a farewell when the script is over. It is not
    // closed before: the server's owner may be about to shut it down.
    void reset_at_end();

private:
    boost::asio::ip::tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
};

// A server on a free port of 127.0.0.1 that plays one script for each connection, one after the
// other in a thread of its own. The destructor ends a script that waits.
class ScriptedServer {
public:
    using Script = std::function<void(Peer&)>;

    explicit ScriptedServer(Script script);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    [[nodiscard]] unsigned short port() const { return port_; }
    [[nodiscard]] std::string address() const;
    [[nodiscard]] int connections() const { return connections_; }

private:
    void serve();

    Script script_;
    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    unsigned short port_ = 0;
    std::atomic<int> connections_{0};
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    boost::asio::ip::tcp::socket* current_ = nullptr;
    std::thread thread_;
};

}  // namespace tests
