#include "adapters/http_client.hpp"

#include <array>
#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <sstream>
#include <stdexcept>

#include "adapters/http_connection.hpp"

namespace adapters {
namespace {

namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;

constexpr std::string_view kJson = "application/json";
constexpr std::size_t kSmallBodyBytes = std::size_t{16} * 1024;

// A date in the header, or nonsense, counts as no header.
std::optional<std::chrono::seconds> retry_after(const http::response<http::string_body>& answer) {
    const auto field = answer[http::field::retry_after];
    constexpr std::size_t kMostDigits = 6;
    if (field.empty() || field.size() > kMostDigits) return std::nullopt;
    std::chrono::seconds seconds{0};
    for (const char digit : field) {
        if (digit < '0' || digit > '9') return std::nullopt;
        seconds = seconds * 10 + std::chrono::seconds{digit - '0'};
    }
    return seconds;
}

HttpDoubt doubt_of(boost::system::error_code error) {
    namespace asio = boost::asio;
    if (error == asio::error::timed_out) return HttpDoubt::Timeout;
    if (error == http::error::body_limit || error == http::error::header_limit ||
        error == http::error::buffer_overflow) {
        return HttpDoubt::TooLarge;
    }
    if (error == http::error::partial_message || error == http::error::end_of_stream ||
        error == asio::error::eof || error == asio::ssl::error::stream_truncated) {
        return HttpDoubt::Truncated;
    }
    if (error.category() == make_error_code(http::error::bad_version).category()) {
        return HttpDoubt::Malformed;
    }
    return HttpDoubt::Reset;
}

}  // namespace

class HttpClient::Connection {
public:
    Connection(std::string_view base_address, HttpOptions options)
        : options_(std::move(options)), wire_(parse_http_address(base_address)) {
        if (!options_.bearer.empty() && !is_safe_token(options_.bearer)) {
            throw std::invalid_argument("bearer token: bad character");
        }
    }

    HttpResult get(std::string_view path) {
        return call(request(http::verb::get, path), Clock::now() + options_.call_deadline);
    }

    HttpResult post(
        std::string_view path,
        std::string_view content_type,
        std::string body,
        std::chrono::milliseconds call_deadline
    ) {
        auto post = request(http::verb::post, path);
        post.head.set(http::field::content_type, content_type);
        post.head.set(http::field::content_length, std::to_string(body.size()));
        post.body = std::move(body);
        return call(post, Clock::now() + call_deadline);
    }

    HttpResult get_streamed(
        std::string_view path,
        const std::function<bool(std::string_view)>& take,
        std::chrono::milliseconds call_deadline
    ) {
        return call(
            request(http::verb::get, path),
            Clock::now() + call_deadline,
            [&](Clock::time_point end) { return read_streamed(take, end); }
        );
    }

    [[nodiscard]] std::chrono::milliseconds deadline() const { return options_.call_deadline; }

private:
    struct Request {
        http::request_header<> head;
        std::string body;
    };

    HttpResult call(const Request& request, Clock::time_point end) {
        return call(request, end, [this](Clock::time_point until) { return read_whole(until); });
    }

    // Anything but a complete answer, an exception too, leaves no connection behind.
    template <class Read>
    HttpResult call(const Request& request, Clock::time_point end, Read read) {
        if (!wire_.is_usable(options_.idle_limit)) {
            const auto connect_end = std::min(end, Clock::now() + options_.connect_deadline);
            if (const auto barrier = wire_.connect(connect_end)) return HttpNotSent{*barrier};
        }
        try {
            const auto error = write(request, end);
            HttpResult result = error ? HttpInDoubt{doubt_of(error)} : read(end);
            if (!std::holds_alternative<HttpAnswered>(result)) wire_.close();
            return result;
        } catch (...) {
            wire_.close();
            throw;
        }
    }

    [[nodiscard]] Request request(http::verb verb, std::string_view path) const {
        if (!is_safe_path(path)) throw std::invalid_argument("request path: bad character");
        Request request;
        request.head.method(verb);
        request.head.target(wire_.address().prefix + std::string(path));
        request.head.set(http::field::host, wire_.address().field);
        request.head.set(http::field::user_agent, "skpbot");
        request.head.set(http::field::accept, "application/json");
        if (!options_.bearer.empty()) {
            request.head.set(http::field::authorization, "Bearer " + options_.bearer);
        }
        return request;
    }

    // A small body goes out with its head, in one segment.
    HttpConnection::Error write(const Request& request, Clock::time_point end) {
        std::ostringstream text;
        text << request.head;
        std::string bytes = std::move(text).str();
        const bool small = request.body.size() <= kSmallBodyBytes;
        if (small) bytes += request.body;
        if (const auto error = wire_.write(bytes, end)) return error;
        return small ? HttpConnection::Error{} : wire_.write(request.body, end);
    }

    HttpResult read_whole(Clock::time_point end) {
        http::response_parser<http::string_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(options_.header_bytes));
        parser.body_limit(options_.answer_bytes);
        if (const auto error = wire_.read(parser, end)) return HttpInDoubt{doubt_of(error)};

        auto& answer = parser.get();
        if (answer.result_int() < 200) return HttpInDoubt{HttpDoubt::Malformed};
        if (!parser.keep_alive()) wire_.close();
        return HttpAnswered{
            static_cast<int>(answer.result_int()), retry_after(answer), std::move(answer.body())};
    }

    HttpResult read_streamed(
        const std::function<bool(std::string_view)>& take, Clock::time_point end
    ) {
        http::response_parser<http::buffer_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(options_.header_bytes));
        parser.body_limit(boost::none);
        if (const auto error = wire_.read_header(parser, end)) return HttpInDoubt{doubt_of(error)};
        const int status = static_cast<int>(parser.get().result_int());
        std::array<char, 16'384> buffer{};
        std::string kept;
        while (!parser.is_done()) {
            auto& body = parser.get().body();
            body.data = buffer.data();
            body.size = buffer.size();
            body.more = true;
            const auto error = wire_.read(parser, end);
            if (error && error != http::error::need_buffer) return HttpInDoubt{doubt_of(error)};
            const std::string_view piece(buffer.data(), buffer.size() - body.size);
            const bool taken =
                status == 200 ? take(piece) : kept.size() + piece.size() <= options_.answer_bytes;
            if (!taken) return HttpInDoubt{HttpDoubt::TooLarge};
            if (status != 200) kept.append(piece);
        }
        if (!parser.keep_alive()) wire_.close();
        return HttpAnswered{status, std::nullopt, std::move(kept)};
    }

    HttpOptions options_;
    HttpConnection wire_;
};

HttpClient::HttpClient(std::string_view base_address, HttpOptions options)
    : connection_(std::make_unique<Connection>(base_address, std::move(options))) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

HttpResult HttpClient::get(std::string_view path) {
    return connection_->get(path);
}

HttpResult HttpClient::get_streamed(
    std::string_view path,
    const std::function<bool(std::string_view)>& take,
    std::chrono::milliseconds call_deadline
) {
    return connection_->get_streamed(path, take, call_deadline);
}

HttpResult HttpClient::post_json(std::string_view path, std::string body) {
    return post(path, kJson, std::move(body), connection_->deadline());
}

HttpResult HttpClient::post_json(
    std::string_view path, std::string body, std::chrono::milliseconds call_deadline
) {
    return post(path, kJson, std::move(body), call_deadline);
}

HttpResult HttpClient::post(
    std::string_view path,
    std::string_view content_type,
    std::string body,
    std::chrono::milliseconds call_deadline
) {
    return connection_->post(path, content_type, std::move(body), call_deadline);
}

}  // namespace adapters
