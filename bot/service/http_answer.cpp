#include "bot/service/http_answer.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/beast/http/status.hpp>
#include <string_view>

#include "bot/service/http_syntax.hpp"

namespace bot {

namespace {

bool is_clean(const HttpResponse& response) {
    for (const HttpField& field : response.fields) {
        if (!is_token(field.name) || !is_field_value(field.value)) return false;
    }
    return is_field_value(response.content_type) && response.status >= 200 &&
           response.status <= 599;
}

// RFC 9110 section 5.6.7.
std::string http_date(std::chrono::system_clock::time_point instant) {
    constexpr std::array<std::string_view, 7> kDays = {
        "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> kMonths = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
    const auto day = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(seconds - day);
    return fmt::format(
        "{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
        kDays.at(std::chrono::weekday(day).c_encoding()),
        static_cast<unsigned>(date.day()),
        kMonths.at(static_cast<unsigned>(date.month()) - 1),
        static_cast<int>(date.year()),
        time.hours().count(),
        time.minutes().count(),
        time.seconds().count()
    );
}

void append_field(std::string& bytes, std::string_view name, std::string_view value) {
    bytes += name;
    bytes += ": ";
    bytes += value;
    bytes += "\r\n";
}

}  // namespace

std::string answer_bytes(
    HttpResponse response, Persistence persistence, std::chrono::system_clock::time_point now
) {
    if (!is_clean(response)) response = error_response(500, status_text(500));
    const auto status = static_cast<unsigned>(response.status);
    const auto reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
    std::string bytes =
        fmt::format("HTTP/1.1 {} {}\r\n", status, std::string_view(reason.data(), reason.size()));
    append_field(bytes, "Date", http_date(now));
    for (const HttpField& field : response.fields) append_field(bytes, field.name, field.value);
    if (!response.content_type.empty()) {
        append_field(bytes, "Content-Type", response.content_type);
        append_field(bytes, "X-Content-Type-Options", "nosniff");
    }
    if (response.retry_after) {
        append_field(bytes, "Retry-After", std::to_string(response.retry_after->count()));
    }
    if (persistence == Persistence::Close) append_field(bytes, "Connection", "close");
    if (response.stream) return bytes + "\r\n";
    append_field(bytes, "Content-Length", std::to_string(response.body.size()));
    bytes += "\r\n";
    bytes += response.body;
    return bytes;
}

}  // namespace bot
