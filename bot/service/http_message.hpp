#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

struct HttpField {
    std::string name;   // as the client wrote it
    std::string value;  // without blanks around it
};

// One request that passed the guard (http_guard.hpp), with its whole body. A plain value.
struct HttpRequest {
    std::string method;
    std::string target;  // path and query as sent
    std::string path;
    std::string query;  // what follows "?", still encoded; empty if none
    std::vector<HttpField> fields;
    std::string body;
    std::string peer;  // the address of the other side, without port

    // The value of the first field of that name, letter case ignored; nothing if there is none.
    [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;

    // The decoded value of a query parameter; nothing if it is missing, given twice or not
    // decodable
    // ("%zz"). Plus is a blank.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
};

// The body of an answer that has no end of its own. Outlives no server that serves it.
class HttpStream {
public:
    virtual ~HttpStream() = default;

    // Calls `give` once, now or later, from any thread, with the next bytes; none end the answer.
    // Asked again only when these have been written: who reads slowly holds one piece in memory.
    virtual void next(std::function<void(std::string)> give) = 0;
};

// What becomes of an answer. Lost: the connection ends without a byte of it (a demonstration's
// fault).
enum class Delivery { Sent, Lost };

// One answer. The server adds Content-Length, Date and Connection; an answer of 400 and above ends
// the connection. A plain value.
struct HttpResponse {
    int status = 200;
    std::string content_type;  // empty: no such field
    std::string body;
    std::optional<std::chrono::seconds> retry_after;
    std::vector<HttpField> fields;  // further fields; one with control characters ends in a 500
    std::shared_ptr<HttpStream> stream{};  // instead of `body`; the connection ends with it
    Delivery delivery = Delivery::Sent;
};

// Answers a request. May be called once, from any thread, also when the connection or the server is
// already gone: then nothing happens.
using Respond = std::function<void(HttpResponse)>;

// {"error": "…"} with that status. The text is a fixed short sentence of ours, never anything that
// came with the request.
HttpResponse error_response(int status, std::string_view text);

// 503 with Retry-After: 5, which is a constant (RELIABILITY.md section 2.1).
HttpResponse unavailable_response();

// The fixed short sentence for a status: "not found"; "error" for one without.
std::string_view status_text(int status);

}  // namespace bot
