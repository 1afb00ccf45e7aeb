#include "bot/service/http_message.hpp"

#include <algorithm>

#include "bot/service/http_syntax.hpp"

namespace bot {

namespace {

int hex_digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

std::optional<std::string> decode_query(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at] == '+' ? ' ' : text[at];
            continue;
        }
        if (at + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[at + 1]);
        const int low = hex_digit(text[at + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return decoded;
}

}  // namespace

std::optional<std::string_view> HttpRequest::field(std::string_view name) const {
    for (const HttpField& field : fields) {
        if (equals_ignoring_case(field.name, name)) return field.value;
    }
    return std::nullopt;
}

std::optional<std::string> HttpRequest::parameter(std::string_view name) const {
    std::optional<std::string> found;
    std::string_view rest = query;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        const std::size_t equals = std::min(part.find('='), part.size());
        if (decode_query(part.substr(0, equals)) != name) continue;
        if (found) return std::nullopt;
        found = decode_query(part.substr(std::min(part.size(), equals + 1)));
        if (!found) return std::nullopt;
    }
    return found;
}

HttpResponse error_response(int status, std::string_view text) {
    HttpResponse response;
    response.status = status;
    response.content_type = "application/json";
    response.body = R"({"error":")" + std::string(text) + R"("})";
    return response;
}

HttpResponse unavailable_response() {
    HttpResponse response = error_response(503, status_text(503));
    response.retry_after = std::chrono::seconds{5};
    return response;
}

std::string_view status_text(int status) {
    switch (status) {
        case 400:
            return "bad request";
        case 401:
            return "unauthorized";
        case 403:
            return "forbidden";
        case 404:
            return "not found";
        case 405:
            return "method not allowed";
        case 411:
            return "length required";
        case 413:
            return "body too large";
        case 414:
            return "target too long";
        case 415:
            return "unsupported content encoding";
        case 417:
            return "expectation failed";
        case 421:
            return "wrong host";
        case 431:
            return "header too large";
        case 500:
            return "internal error";
        case 501:
            return "not implemented";
        case 503:
            return "unavailable";
        case 505:
            return "HTTP version not supported";
        default:
            return "error";
    }
}

}  // namespace bot
