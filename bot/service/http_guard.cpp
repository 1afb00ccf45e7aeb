#include "bot/service/http_guard.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "bot/service/http_syntax.hpp"
#include "storage/defects.hpp"

namespace bot {

namespace {

using domain::Failure;
using domain::Result;

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

// More digits than this are over every limit, and would not fit into 64 bits much later.
constexpr std::size_t kMaxLengthDigits = 18;

constexpr std::array<std::string_view, 7> kSingleFields = {
    "Host",
    "Content-Length",
    "Content-Type",
    "Content-Encoding",
    "Transfer-Encoding",
    "Expect",
    "Authorization",
};

Failure<Refusal> refuse(int status, std::string_view reason) {
    return Failure{Refusal{status, reason, {}}};
}

const FieldView* find_field(const RequestHead& head, std::string_view name) {
    for (const FieldView& field : head.fields) {
        if (equals_ignoring_case(field.name, name)) return &field;
    }
    return nullptr;
}

bool is_version(std::string_view text) {
    return text.size() == 8 && text.starts_with("HTTP/") && is_digits(text.substr(5, 1)) &&
           text[6] == '.' && is_digits(text.substr(7, 1));
}

// Reads "POST /path?query HTTP/1.1" into the head.
std::optional<Refusal> read_request_line(std::string_view line, RequestHead& head) {
    const std::size_t first = line.find(' ');
    if (first == std::string_view::npos) return Refusal{400, "request_line", {}};
    const std::size_t second = line.find(' ', first + 1);
    if (second == std::string_view::npos) return Refusal{400, "request_line", {}};
    const std::string_view version = line.substr(second + 1);
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, second - first - 1);
    if (!is_token(head.method) || !is_version(version)) return Refusal{400, "request_line", {}};
    if (version != "HTTP/1.1") return Refusal{505, "version", {}};
    if (head.target.size() > kMaxTargetBytes) return Refusal{414, "target_size", {}};

    const std::size_t mark = std::min(head.target.find('?'), head.target.size());
    head.path = head.target.substr(0, mark);
    head.query = head.target.substr(std::min(mark + 1, head.target.size()));
    if (!is_plain_path(head.path) || !is_query(head.query)) return Refusal{400, "target", {}};
    return std::nullopt;
}

// Reads "Name: value" into the head.
std::optional<Refusal> read_field(std::string_view line, RequestHead& head) {
    if (head.fields.size() == kMaxFields) return Refusal{431, "field_count", {}};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return Refusal{400, "field", {}};
    // A continued line and a blank before the colon fail here too: a blank is no token character.
    if (!is_token(line.substr(0, colon))) return Refusal{400, "field", {}};
    const FieldView field{line.substr(0, colon), trim_blanks(line.substr(colon + 1))};
    if (!is_field_value(field.value)) return Refusal{400, "field", {}};
    head.fields.push_back(field);
    return std::nullopt;
}

std::optional<Refusal> check_single(const RequestHead& head, std::string_view name) {
    int seen = 0;
    for (const FieldView& field : head.fields) {
        if (!equals_as_gateway(field.name, name)) continue;
        if (!equals_ignoring_case(field.name, name)) return Refusal{400, "field_alias", {}};
        if (++seen > 1) return Refusal{400, "field_twice", {}};
    }
    return std::nullopt;
}

std::optional<Refusal> check_doubles(const RequestHead& head, const GuardRules& rules) {
    for (const std::string_view name : kSingleFields) {
        if (auto refusal = check_single(head, name)) return refusal;
    }
    for (const std::string& name : rules.single_fields) {
        if (auto refusal = check_single(head, name)) return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> check_host(const RequestHead& head, const GuardRules& rules) {
    const FieldView* host = find_field(head, "Host");
    if (host == nullptr || !is_host(host->value)) return Refusal{400, "host", {}};
    const auto is_this = [host](const std::string& name) {
        return equals_ignoring_case(name, host->value) ||
               equals_ignoring_case(name, without_port(host->value));
    };
    if (!rules.hosts.empty() && std::none_of(rules.hosts.begin(), rules.hosts.end(), is_this)) {
        return Refusal{421, "host_unknown", {}};
    }
    return std::nullopt;
}

// "close" and "keep-alive" mean what they say. Naming a field that frames or proves the request
// would make a gateway drop it.
std::optional<Refusal> read_connection(const GuardRules& rules, RequestHead& head) {
    for (const FieldView& field : head.fields) {
        if (!equals_ignoring_case(field.name, "Connection")) continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            const std::string_view option = trim_blanks(part);
            const auto names = [option](std::string_view name) {
                return equals_as_gateway(name, option);
            };
            if (!option.empty() && !is_token(option)) return Refusal{400, "connection", {}};
            if (std::any_of(kSingleFields.begin(), kSingleFields.end(), names) ||
                std::any_of(rules.single_fields.begin(), rules.single_fields.end(), names)) {
                return Refusal{400, "connection", {}};
            }
            if (equals_ignoring_case(option, "close")) head.keep_alive = false;
        }
    }
    return std::nullopt;
}

std::optional<Refusal> read_expectation(RequestHead& head) {
    const FieldView* expect = find_field(head, "Expect");
    if (expect == nullptr) return std::nullopt;
    if (!equals_ignoring_case(expect->value, "100-continue")) return Refusal{417, "expect", {}};
    head.expects_continue = true;
    return std::nullopt;
}

// Longer is better: an exact path wins over "/*", a deeper "/*" over a higher one.
std::size_t match_length(const GuardRoute& route, std::string_view path) {
    if (route.path == path) return path.size() + 1;
    if (!route.path.ends_with("/*")) return 0;
    const std::string_view folder(route.path.data(), route.path.size() - 1);
    return path.starts_with(folder) ? folder.size() : 0;
}

std::optional<Refusal> find_route(const GuardRules& rules, RequestHead& head) {
    std::size_t best = 0;
    for (const GuardRoute& route : rules.routes) {
        best = std::max(best, match_length(route, head.path));
    }
    if (best == 0) return Refusal{404, "path", {}};
    std::string allow;
    for (std::size_t i = 0; i < rules.routes.size(); ++i) {
        const GuardRoute& route = rules.routes[i];
        if (match_length(route, head.path) != best) continue;
        if (route.method == head.method) {
            head.route = i;
            return std::nullopt;
        }
        allow += (allow.empty() ? "" : ", ") + route.method;
    }
    return Refusal{405, "method", std::move(allow)};
}

// Digits only. A leading zero is refused: some programs read it as octal.
std::optional<Refusal> check_length_syntax(const RequestHead& head) {
    const FieldView* field = find_field(head, "Content-Length");
    if (field == nullptr) return std::nullopt;
    const std::string_view digits = field->value;
    if (!is_digits(digits) || (digits.size() > 1 && digits.front() == '0')) {
        return Refusal{400, "content_length", {}};
    }
    return std::nullopt;
}

std::optional<Refusal> read_length(const GuardRules& rules, RequestHead& head) {
    const FieldView* field = find_field(head, "Content-Length");
    if (field == nullptr) {
        const bool has_body =
            head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
        if (has_body) return Refusal{411, "length_missing", {}};
        return std::nullopt;
    }
    const std::string_view digits = field->value;
    if (digits.size() > kMaxLengthDigits) return Refusal{413, "body_size", {}};
    std::from_chars(digits.data(), digits.data() + digits.size(), head.content_length);
    const bool limited = !SKPBOT_DEFECT("no_body_limit");
    if (limited && head.content_length > rules.routes[head.route].body_limit) {
        return Refusal{413, "body_size", {}};
    }
    return std::nullopt;
}

std::optional<Refusal> check_meaning(const GuardRules& rules, RequestHead& head) {
    if (find_field(head, "Transfer-Encoding") != nullptr) {
        return Refusal{501, "transfer_encoding", {}};
    }
    if (auto refusal = check_doubles(head, rules)) return refusal;
    if (auto refusal = check_host(head, rules)) return refusal;
    if (auto refusal = check_length_syntax(head)) return refusal;
    if (find_field(head, "Content-Encoding") != nullptr) {
        return Refusal{415, "content_encoding", {}};
    }
    if (auto refusal = read_expectation(head)) return refusal;
    if (auto refusal = read_connection(rules, head)) return refusal;
    if (auto refusal = find_route(rules, head)) return refusal;
    return read_length(rules, head);
}

}  // namespace

HeadProgress find_head(std::string_view bytes, std::size_t seen) {
    using State = HeadProgress::State;
    // The last byte seen may be a CR whose LF was still missing.
    for (std::size_t at = seen == 0 ? 0 : seen - 1; at < bytes.size(); ++at) {
        if (at >= kMaxHeadBytes) return {State::TooLarge, 0};
        const char byte = bytes[at];
        if (byte == '\0') return {State::Broken, 0};
        if (byte == '\n' && (at == 0 || bytes[at - 1] != '\r')) return {State::Broken, 0};
        if (byte == '\r' && at + 1 < bytes.size() && bytes[at + 1] != '\n') {
            return {State::Broken, 0};
        }
        if (byte == '\n' && at >= 3 && bytes.substr(at - 3, 4) == kHeadEnd) {
            return {State::Complete, at + 1};
        }
    }
    return {};
}

Result<RequestHead, Refusal> check_head(std::string_view head, const GuardRules& rules) {
    const HeadProgress progress = find_head(head);
    if (progress.state == HeadProgress::State::TooLarge) return refuse(431, "head_size");
    if (progress.state != HeadProgress::State::Complete || progress.length != head.size()) {
        return refuse(400, "framing");
    }

    RequestHead result;
    std::string_view rest = head.substr(0, head.size() - kLineEnd.size());
    const std::string_view line = rest.substr(0, rest.find(kLineEnd));
    rest.remove_prefix(line.size() + kLineEnd.size());
    if (auto refusal = read_request_line(line, result)) return Failure{std::move(*refusal)};
    while (!rest.empty()) {
        const std::string_view field = rest.substr(0, rest.find(kLineEnd));
        rest.remove_prefix(field.size() + kLineEnd.size());
        if (auto refusal = read_field(field, result)) return Failure{std::move(*refusal)};
    }
    if (auto refusal = check_meaning(rules, result)) return Failure{std::move(*refusal)};
    return result;
}

}  // namespace bot
