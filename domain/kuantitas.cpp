#include "domain/kuantitas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace domain {
namespace {

constexpr std::size_t kWholeDigits = 12;
constexpr std::size_t kDecimals = 4;

bool only_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

// The decimals without trailing zeros: "5" of 12.5000; empty for a whole number.
std::string decimals(std::int64_t scaled) {
    auto text = fmt::format("{:04}", scaled % Kuantitas::kScale);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

}  // namespace

std::optional<Kuantitas> Kuantitas::from_scaled(std::int64_t ten_thousandths) {
    if (ten_thousandths < 0 || ten_thousandths > kMaxScaled) return std::nullopt;
    return Kuantitas(ten_thousandths);
}

std::optional<Kuantitas> Kuantitas::from_decimal(std::string_view text) {
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    if (whole.empty() || whole.size() > kWholeDigits || !only_digits(whole)) return std::nullopt;
    if (whole.size() > 1 && whole.front() == '0') return std::nullopt;
    if (dot == std::string_view::npos) return from_scaled(number(whole) * kScale);

    auto fraction = text.substr(dot + 1);
    if (fraction.empty() || !only_digits(fraction)) return std::nullopt;
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    if (fraction.size() > kDecimals) return std::nullopt;
    auto ten_thousandths = number(fraction);
    for (auto i = fraction.size(); i < kDecimals; ++i) ten_thousandths *= 10;
    return from_scaled(number(whole) * kScale + ten_thousandths);
}

std::optional<Kuantitas> Kuantitas::plus(Kuantitas other) const {
    return from_scaled(scaled_ + other.scaled_);  // two times the largest still fits 64 bits
}

std::string Kuantitas::decimal() const {
    auto text = fmt::format("{}", scaled_ / kScale);
    if (const auto fraction = decimals(scaled_); !fraction.empty()) text += "." + fraction;
    return text;
}

std::string Kuantitas::text() const {
    auto text = fmt::format("{}", scaled_ / kScale);
    for (auto at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, 1, '.');
    }
    if (const auto fraction = decimals(scaled_); !fraction.empty()) text += "," + fraction;
    return text;
}

}  // namespace domain
