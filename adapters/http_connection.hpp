#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "adapters/http_address.hpp"
#include "adapters/http_client.hpp"

// For the .cpp files of adapters alone: no other header includes Boost.Asio or Beast.
namespace adapters {

// One connection to one address, plain or TLS, with blocking steps that each have a deadline. A
// step that fails or passes its deadline closes the connection. For one thread. The destructor may
// wait for a name look-up under way, which nothing can interrupt.
class HttpConnection {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Error = boost::system::error_code;
    using Parser = boost::beast::http::basic_parser<false>;

    explicit HttpConnection(HttpAddress address);

    [[nodiscard]] const HttpAddress& address() const { return address_; }

    // Whether a request can go out on it: open, used within the limit, and the other side neither
    // closed it nor said anything unasked.
    bool is_usable(std::chrono::milliseconds idle_limit);

    // Looks up the name, connects and shakes hands. Nothing if it succeeded, else what stood in the
    // way. Closes what was open before.
    std::optional<HttpBarrier> connect(Time end);

    // asio::error::timed_out if the deadline passed; no error if all of it was written or read.
    Error write(std::string_view bytes, Time end);
    Error read_header(Parser& parser, Time end);
    // Reads to the end of the body, or until a buffer_body has no room: error::need_buffer.
    Error read(Parser& parser, Time end);

    void close();

private:
    using Tcp = boost::asio::ip::tcp;
    using Stream = boost::asio::ssl::stream<Tcp::socket>;

    // What an operation under way leaves behind when it ends; its handler points here.
    struct Outcome {
        bool come = false;
        Error error;
        std::size_t bytes = 0;
    };
    struct Handler;

    template <class Start>
    Outcome run(Time end, Start start);
    Outcome write_some(std::string_view bytes, Time end);
    Error read_some(Time end);
    Error read_until(bool (*there)(const Parser&), Parser& parser, Time end);
    std::optional<std::vector<Tcp::endpoint>> look_up(Time end);
    bool connect_to(const std::vector<Tcp::endpoint>& endpoints, Time end);
    bool shake_hands(Time end);
    Tcp::socket& socket();

    HttpAddress address_;
    std::shared_ptr<boost::asio::ssl::context> tls_;  // none for plain http
    boost::asio::io_context io_{1};
    Tcp::resolver resolver_{io_};
    std::optional<Tcp::socket> plain_;
    std::optional<Stream> secure_;
    boost::beast::flat_buffer buffer_;
    Time last_use_{};
};

}  // namespace adapters
