#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> fields;
    std::string body;

    // The value of a header field, any case; empty if it is missing.
    [[nodiscard]] std::string field(std::string_view name) const;
};

struct HttpRequest {
    std::string method = "GET";
    std::string target = "/";
    std::vector<std::pair<std::string, std::string>> fields{};
    std::string body{};
};

// One kept-alive HTTP connection to "127.0.0.1:<port>"; connects when it must. For one thread.
class HttpClient {
public:
    explicit HttpClient(
        unsigned short port, std::chrono::milliseconds limit = std::chrono::seconds{30}
    );
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    // Nothing if no whole answer came within the limit: the server may or may not have acted. Never
    // sends a request twice.
    std::optional<HttpAnswer> send(const HttpRequest& request);

private:
    class Connection;
    std::unique_ptr<Connection> connection_;
};

// Posts updates the way Telegram does, with the secret. For one thread.
class WebhookClient {
public:
    WebhookClient(
        unsigned short port,
        std::string secret,
        std::chrono::milliseconds limit = std::chrono::seconds{30}
    );

    // The status; 0 if no whole answer came.
    int post(const std::string& update);
    std::optional<HttpAnswer> post_for_answer(const std::string& update);

    // Posts until the answer is 200, as Telegram does; nothing but the limit ends it earlier. Gives
    // back how many posts it took, 0 if the limit was over.
    int post_until_taken(const std::string& update, std::chrono::milliseconds limit);

private:
    HttpClient client_;
    std::string secret_;
};

// Writes raw bytes to "127.0.0.1:<port>" and reads until the server closes or `limit` is over.
// Stops writing if the server closes. Gives back what came; empty if it does not listen.
std::string exchange_raw(
    unsigned short port,
    std::string_view bytes,
    std::chrono::milliseconds limit = std::chrono::seconds{15}
);

}  // namespace support
