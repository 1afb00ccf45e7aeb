#include "storage/rows.hpp"

#include <charconv>
#include <stdexcept>

namespace storage {
namespace {

[[noreturn]] void bad(std::string_view text, const char* type) {
    throw std::logic_error("not " + std::string(type) + ": " + std::string(text));
}

template <class T>
T digits(std::string_view text, std::size_t at, std::size_t length) {
    T value{};
    const char* begin = text.data() + at;
    if (at + length > text.size() ||
        std::from_chars(begin, begin + length, value).ptr != begin + length) {
        bad(text, "a number");
    }
    return value;
}

// What follows the seconds: ".123456+00", with 0 to 6 digits.
std::chrono::microseconds fraction(std::string_view text) {
    std::int64_t micros = 0;
    std::int64_t unit = 100'000;
    if (text.empty() || text.front() != '.') return std::chrono::microseconds{0};
    for (std::size_t at = 1; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        micros += (text[at] - '0') * unit;
        unit /= 10;
    }
    return std::chrono::microseconds{micros};
}

}  // namespace

std::int64_t Row::number(int column) const {
    const auto text = view(column);
    return digits<std::int64_t>(text, 0, text.size());
}

bool Row::flag(int column) const {
    return view(column) == "t";
}

domain::Tanggal Row::tanggal(int column) const {
    const auto tanggal = domain::tanggal_dari_iso(view(column));
    if (!tanggal) bad(view(column), "a date");
    return *tanggal;
}

// "2026-03-30 01:00:00.5+00": every session has the time zone UTC.
domain::Instant Row::instant(int column) const {
    const auto text = view(column);
    if (text == "-infinity") return domain::Instant::min();
    if (text.size() < 22 || !text.ends_with("+00")) bad(text, "a time");
    const auto day = domain::tanggal_dari_iso(text.substr(0, 10));
    if (!day) bad(text, "a time");
    return domain::Instant{
        day->time_since_epoch() + std::chrono::hours{digits<int>(text, 11, 2)} +
        std::chrono::minutes{digits<int>(text, 14, 2)} +
        std::chrono::seconds{digits<int>(text, 17, 2)} + fraction(text.substr(19))};
}

domain::Kuantitas Row::kuantitas(int column) const {
    const auto nilai = domain::Kuantitas::from_decimal(view(column));
    if (!nilai) bad(view(column), "a quantity");
    return *nilai;
}

std::string Row::bytes(int column) const {
    const auto text = view(column);
    if (!text.starts_with("\\x")) bad(text, "bytes");
    std::string bytes;
    bytes.reserve(text.size() / 2 - 1);
    for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
        unsigned byte = 0;
        if (std::from_chars(text.data() + at, text.data() + at + 2, byte, 16).ec != std::errc()) {
            bad(text, "bytes");
        }
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

std::optional<std::int64_t> Row::number_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return number(column);
}

std::optional<domain::Instant> Row::instant_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
}

std::optional<domain::Kuantitas> Row::kuantitas_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return kuantitas(column);
}

std::string Row::text_or_empty(int column) const {
    return is_null(column) ? "" : text(column);
}

}  // namespace storage
