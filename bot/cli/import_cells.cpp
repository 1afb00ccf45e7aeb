#include "bot/cli/import_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "domain/kode.hpp"

namespace bot {
namespace {

// E.164: a country code that does not begin with 0, at most 15 digits in all.
// Source: https://www.itu.int/rec/T-REC-E.164
constexpr std::size_t kLeastPhoneDigits = 7;
constexpr std::size_t kMostPhoneDigits = 15;
constexpr std::size_t kNipDigits = 18;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

bool only_digits_and_separators(std::string_view text) {
    return text.find_first_not_of("0123456789 .-\t") == std::string_view::npos;
}

std::string length_reason(std::string_view cell) {
    const auto* others = only_digits_and_separators(cell) ? "" : " and other characters";
    return fmt::format("{} digits expected, got {}{}", kNipDigits, digits_of(cell).size(), others);
}

std::string reason_of(domain::NipError error, std::string_view cell) {
    switch (error) {
        case domain::NipError::Length:
            return length_reason(cell);
        case domain::NipError::BirthDate:
            return "digits 1-8 are no date of birth";
        case domain::NipError::AppointmentYear:
            return "digits 9-12 are no year of appointment";
        case domain::NipError::Kind:
            return "digits 13-14 are neither a month nor a contract code";
        case domain::NipError::Sex:
            return "digit 15 must be 1 or 2";
        case domain::NipError::Serial:
            return "digits 16-18 must not be 000";
    }
    std::abort();
}

}  // namespace

std::optional<domain::Nip> read_nip(
    RowReader& row, std::string_view column, domain::Tanggal today
) {
    const auto cell = row.cell(column);
    auto nip = domain::Nip::read(cell, today);
    if (nip) return std::move(nip).value();
    row.complain(column, reason_of(nip.error(), cell));
    return std::nullopt;
}

std::string read_nip_digits(RowReader& row, std::string_view column) {
    const auto cell = row.cell(column);
    auto digits = digits_of(cell);
    if (digits.size() != kNipDigits || !only_digits_and_separators(cell)) {
        row.complain(column, length_reason(cell));
        digits.clear();
    }
    return digits;
}

std::string read_phone(RowReader& row, std::string_view column) {
    const auto cell = row.cell(column);
    if (cell.empty()) return {};
    const auto digits = cell.substr(1);
    const bool right = cell.front() == '+' && digits.size() >= kLeastPhoneDigits &&
                       digits.size() <= kMostPhoneDigits && digits.front() != '0' &&
                       std::all_of(digits.begin(), digits.end(), is_digit);
    if (!right) row.complain(column, "a number like +6281255500001 expected");
    return std::string(cell);
}

domain::PolaKerja read_pola(RowReader& row, std::string_view column) {
    const auto cell = row.cell(column);
    if (cell != "5" && cell != "6") row.complain(column, "5 or 6 expected");
    return cell == "6" ? domain::PolaKerja::EnamHari : domain::PolaKerja::LimaHari;
}

bool read_yes_or_no(RowReader& row, std::string_view column) {
    const auto cell = row.cell(column);
    const bool yes = domain::sama_tanpa_huruf_besar(cell, "ya");
    if (!yes && !domain::sama_tanpa_huruf_besar(cell, "tidak")) {
        row.complain(column, "ya or tidak expected");
    }
    return yes;
}

}  // namespace bot
