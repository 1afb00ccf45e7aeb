#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace adapters {

// The server gave a complete answer, whatever its status says.
struct HttpAnswered {
    int status = 0;
    std::optional<std::chrono::seconds> retry_after;  // of a Retry-After header in digits
    std::string body;
};

// Nothing of the request was written: the server cannot have acted on it.
enum class HttpBarrier { Name, Connect, Tls };
struct HttpNotSent {
    HttpBarrier barrier = HttpBarrier::Connect;
};

// Writing had begun and no complete answer came: the server may have acted on it.
enum class HttpDoubt { Timeout, Reset, Truncated, TooLarge, Malformed };
struct HttpInDoubt {
    HttpDoubt doubt = HttpDoubt::Timeout;
};

using HttpResult = std::variant<HttpAnswered, HttpNotSent, HttpInDoubt>;

// Sources: RELIABILITY.md sections 2.4 (rule 24) and 2.8 (rule 35), PLATFORMS.md section 4.1.
struct HttpOptions {
    std::chrono::milliseconds connect_deadline{5'000};  // name, connection and TLS together
    std::chrono::milliseconds call_deadline{20'000};    // the whole call, connecting included
    std::chrono::milliseconds idle_limit{10'000};       // an older connection is not used again
    std::size_t answer_bytes = std::size_t{1024} * 1024;
    std::size_t header_bytes = std::size_t{16} * 1024;
    std::string bearer{};  // goes with every request (RFC 6750); empty: none. Never logged
};

// HTTP/1.1 to one base address, http or https. Of https the certificate must be good in the
// system's store of authorities and name the host; TLS 1.2 or 1.3. Keeps one connection alive
// between calls. Follows no redirects. For one thread. Destroying it may wait for a name look-up
// under way.
class HttpClient {
public:
    // "https://host[:port][/prefix]"; the prefix goes in front of every path. Throws
    // std::invalid_argument for anything else, and for a bearer token that is_safe_token refuses,
    // without repeating it.
    explicit HttpClient(std::string_view base_address, HttpOptions options = {});
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    // All block, at most for the call deadline (or the one given), and never throw for what the
    // network or the server does. A path with other characters than is_safe_path allows is a bug of
    // the caller: std::invalid_argument, and nothing is sent.
    HttpResult get(std::string_view path);
    // As get(), with the body of a 200 handed to `take` piece by piece, whatever its size, and not
    // kept. If `take` says false the rest is not read: HttpDoubt::TooLarge. What it throws passes
    // through.
    HttpResult get_streamed(
        std::string_view path,
        const std::function<bool(std::string_view)>& take,
        std::chrono::milliseconds call_deadline
    );
    HttpResult post_json(std::string_view path, std::string body);
    HttpResult post_json(
        std::string_view path, std::string body, std::chrono::milliseconds call_deadline
    );
    // `content_type` is a constant of ours: it is not checked.
    HttpResult post(
        std::string_view path,
        std::string_view content_type,
        std::string body,
        std::chrono::milliseconds call_deadline
    );

private:
    class Connection;
    std::unique_ptr<Connection> connection_;
};

// Letters, digits and "_.:-", and nothing else: what an id or a token may hold before it goes into
// a path or a header (RELIABILITY.md section 2.8, rule 36). False for the empty text.
bool is_safe_token(std::string_view text);

// A path that begins with '/', made of the same and of "/?=&", without "..".
bool is_safe_path(std::string_view path);

}  // namespace adapters
