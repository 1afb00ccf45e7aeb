#include "tests/support/webhook_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "tests/support/wait.hpp"

namespace support {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

constexpr std::size_t kAnswerLimit = 64 * 1024 * 1024;

HttpAnswer answer_from(const http::response<http::string_body>& response) {
    HttpAnswer answer;
    answer.status = static_cast<int>(response.result_int());
    for (const auto& field : response)
        answer.fields.emplace_back(std::string(field.name_string()), std::string(field.value()));
    answer.body = response.body();
    return answer;
}

}  // namespace

std::string HttpAnswer::field(std::string_view name) const {
    for (const auto& [key, value] : fields)
        if (beast::iequals(key, beast::string_view(name.data(), name.size()))) return value;
    return "";
}

class HttpClient::Connection {
public:
    Connection(unsigned short port, std::chrono::milliseconds limit) : port_(port), limit_(limit) {}

    std::optional<HttpAnswer> send(const HttpRequest& request) {
        if (!stream_ && !connect()) return std::nullopt;
        http::request<http::string_body> message;
        message.method_string(request.method);
        message.target(request.target);
        message.set(http::field::host, "127.0.0.1:" + std::to_string(port_));
        for (const auto& [key, value] : request.fields) message.set(key, value);
        message.body() = request.body;
        message.prepare_payload();

        stream_->expires_after(limit_);
        error_code failure;
        http::async_write(*stream_, message, [&](error_code error, std::size_t) {
            failure = error;
        });
        finish();
        http::response_parser<http::string_body> parser;
        parser.body_limit(kAnswerLimit);
        if (!failure) {
            http::async_read(*stream_, buffer_, parser, [&](error_code error, std::size_t) {
                failure = error;
            });
            finish();
        }
        if (failure) {
            stream_.reset();
            return std::nullopt;
        }
        if (!parser.get().keep_alive()) stream_.reset();
        return answer_from(parser.get());
    }

private:
    bool connect() {
        buffer_.clear();
        stream_.emplace(io_);
        stream_->expires_after(limit_);
        error_code failure;
        stream_->async_connect(
            asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), port_),
            [&](error_code error) { failure = error; }
        );
        finish();
        if (failure) {
            stream_.reset();
            return false;
        }
        stream_->socket().set_option(asio::ip::tcp::no_delay(true));
        return true;
    }

    void finish() {
        io_.restart();
        io_.run();
    }

    unsigned short port_;
    std::chrono::milliseconds limit_;
    asio::io_context io_{1};
    std::optional<beast::tcp_stream> stream_;
    beast::flat_buffer buffer_{kAnswerLimit};
};

HttpClient::HttpClient(unsigned short port, std::chrono::milliseconds limit)
    : connection_(std::make_unique<Connection>(port, limit)) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

std::optional<HttpAnswer> HttpClient::send(const HttpRequest& request) {
    return connection_->send(request);
}

WebhookClient::WebhookClient(
    unsigned short port, std::string secret, std::chrono::milliseconds limit
)
    : client_(port, limit), secret_(std::move(secret)) {}

std::optional<HttpAnswer> WebhookClient::post_for_answer(const std::string& update) {
    return client_.send(
        {.method = "POST",
         .target = "/webhook/telegram",
         .fields =
             {{"Content-Type", "application/json"}, {"X-Telegram-Bot-Api-Secret-Token", secret_}},
         .body = update}
    );
}

int WebhookClient::post(const std::string& update) {
    const auto answer = post_for_answer(update);
    return answer ? answer->status : 0;
}

int WebhookClient::post_until_taken(const std::string& update, std::chrono::milliseconds limit) {
    int posts = 0;
    const bool taken = wait_until(
        [&] {
            ++posts;
            return post(update) == 200;
        },
        limit
    );
    return taken ? posts : 0;
}

std::string exchange_raw(
    unsigned short port, std::string_view bytes, std::chrono::milliseconds limit
) {
    asio::io_context io;
    beast::tcp_stream stream(io);
    error_code failure;
    stream.socket().connect({asio::ip::address_v4::loopback(), port}, failure);
    if (failure) return "";
    stream.expires_after(limit);
    asio::async_write(stream, asio::buffer(bytes), [](error_code, std::size_t) {});
    std::string received;
    char chunk[4096];
    std::function<void()> read_on = [&] {
        stream.async_read_some(asio::buffer(chunk), [&](error_code error, std::size_t count) {
            received.append(chunk, count);
            if (error)
                stream.socket().close(failure);
            else
                read_on();
        });
    };
    read_on();
    io.run();
    return received;
}

}  // namespace support
