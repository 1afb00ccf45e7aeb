#include "tests/support/webhook_client.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "tests/support/wait.hpp"
#include "tests/support/wire.hpp"

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
        const auto end = Clock::now() + limit_;
        if (!wire_.is_open()) {
            received_.clear();
            if (!wire_.connect(port_)) return std::nullopt;
        }
        auto answer = wire_.write(bytes_of(request), received_, end) ? read(end) : std::nullopt;
        if (!answer) wire_.close();
        return answer;
    }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] std::string bytes_of(const HttpRequest& request) const {
        std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\n";
        bytes += "Host: 127.0.0.1:" + std::to_string(port_) + "\r\n";
        for (const auto& [name, value] : request.fields) bytes += name + ": " + value + "\r\n";
        const bool bodiless = request.method == "GET" || request.method == "HEAD";
        if (!bodiless || !request.body.empty())
            bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
        return bytes + "\r\n" + request.body;
    }

    std::optional<HttpAnswer> read(Clock::time_point end) {
        http::response_parser<http::string_body> parser;
        parser.body_limit(kAnswerLimit);
        parser.eager(true);
        bool wants_more = received_.empty();
        while (!parser.is_done()) {
            error_code error;
            if (wants_more && !wire_.read_some(received_, end)) {
                if (parser.got_some()) parser.put_eof(error);
                if (error || !parser.is_done()) return std::nullopt;
                break;
            }
            received_.erase(0, parser.put(asio::buffer(received_), error));
            wants_more = error == http::error::need_more || received_.empty();
            if (error && error != http::error::need_more) return std::nullopt;
        }
        if (!parser.get().keep_alive()) wire_.close();
        return answer_from(parser.get());
    }

    unsigned short port_;
    std::chrono::milliseconds limit_;
    Wire wire_;
    std::string received_;
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
    Wire wire;
    if (!wire.connect(port)) return "";
    const auto end = std::chrono::steady_clock::now() + limit;
    std::string received;
    wire.write(bytes, received, end);
    while (wire.read_some(received, end)) {
    }
    return received;
}

}  // namespace support
