#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

// A quantity of DOMAIN.md section 2: a decimal >= 0 with at most 12 digits before and 4 after the
// comma, kept as ten-thousandths. Never a floating point number. A plain value.
class Kuantitas {
public:
    static constexpr std::int64_t kScale = 10'000;
    static constexpr std::int64_t kMaxScaled = 999'999'999'999 * kScale + (kScale - 1);

    constexpr Kuantitas() = default;

    // Nothing if negative or above the largest quantity.
    static std::optional<Kuantitas> from_scaled(std::int64_t ten_thousandths);

    // Reads canonical decimal text with a dot ("3", "12.5"), as PostgreSQL prints numeric and as
    // CSV files have it. Nothing for any other form, a sign, more than 4 decimals that are not
    // zero, or a value out of range. What people write is read by bot/conversation, not here.
    static std::optional<Kuantitas> from_decimal(std::string_view text);

    [[nodiscard]] constexpr std::int64_t scaled() const { return scaled_; }

    // Nothing if the sum is above the largest quantity.
    [[nodiscard]] std::optional<Kuantitas> plus(Kuantitas other) const;

    // "1234.5": for SQL and CSV.
    [[nodiscard]] std::string decimal() const;

    // "1.234,5": decimal comma, dots for thousands, no trailing zeros: for people.
    [[nodiscard]] std::string text() const;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 for one.
    friend constexpr auto operator<=>(const Kuantitas&, const Kuantitas&) = default;

private:
    explicit constexpr Kuantitas(std::int64_t scaled) : scaled_(scaled) {}
    std::int64_t scaled_ = 0;
};

}  // namespace domain
