#include "domain/organisasi/nip.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace domain {
namespace {

constexpr std::size_t kDigits = 18;
constexpr std::size_t kShown = 3;
constexpr int kFirstAppointmentYear = 1950;
constexpr int kMonths = 12;
constexpr int kFirstContractCode = 21;

std::string stripped(std::string_view text) {
    std::string rest;
    std::copy_if(text.begin(), text.end(), std::back_inserter(rest), [](char c) {
        return c != ' ' && c != '\t' && c != '.' && c != '-';
    });
    return rest;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The number that a part of the NIP is.
int part(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<Tanggal> birth_date(std::string_view digits) {
    const std::chrono::year_month_day date{
        std::chrono::year{part(digits.substr(0, 4))},
        std::chrono::month{static_cast<unsigned>(part(digits.substr(4, 2)))},
        std::chrono::day{static_cast<unsigned>(part(digits.substr(6, 2)))}};
    if (!date.ok()) return std::nullopt;
    return Tanggal{date};
}

// Digits 13 and 14: the month of a PNS, the contract code of a PPPK; nothing in between is settled.
std::optional<JenisAsn> kind(int code) {
    if (code >= 1 && code <= kMonths) return JenisAsn::Pns;
    if (code >= kFirstContractCode) return JenisAsn::Pppk;
    return std::nullopt;
}

}  // namespace

Result<Nip, NipError> Nip::read(std::string_view text, Tanggal today) {
    auto digits = stripped(text);
    if (digits.size() != kDigits || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        return Failure{NipError::Length};
    }
    const std::string_view view = digits;
    const auto birth = birth_date(view);
    if (!birth || *birth > today) return Failure{NipError::BirthDate};
    const auto appointed = part(view.substr(8, 4));
    if (appointed < kFirstAppointmentYear || appointed > tahun_dari(today) ||
        appointed <= tahun_dari(*birth)) {
        return Failure{NipError::AppointmentYear};
    }
    if (view[14] != '1' && view[14] != '2') return Failure{NipError::Sex};
    if (view.substr(15) == "000") return Failure{NipError::Serial};
    const auto jenis = kind(part(view.substr(12, 2)));
    return Nip(std::move(digits), jenis);
}

std::string Nip::masked() const {
    std::string text;
    for (std::size_t i = kShown; i < kDigits; ++i) text += "•";
    return text + digits_.substr(kDigits - kShown);
}

}  // namespace domain
