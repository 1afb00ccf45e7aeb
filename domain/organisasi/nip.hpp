#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/hasil.hpp"
#include "domain/kalender/waktu.hpp"

namespace domain {

enum class JenisAsn { Pns, Pppk };

enum class NipError { Length, BirthDate, AppointmentYear, Kind, Sex, Serial };

// A NIP or NI PPPK: 18 digits that hold together (DOMAIN.md section 1). A plain value.
class Nip {
public:
    // Blanks, dots and dashes are stripped first. `today` bounds the years. Codes 00 and 13 to 20
    // in digits 13-14 are accepted with no kind: an admin chooses it.
    static Result<Nip, NipError> read(std::string_view text, Tanggal today);

    [[nodiscard]] const std::string& digits() const { return digits_; }
    [[nodiscard]] std::optional<JenisAsn> jenis() const { return jenis_; }

    // "•••••••••••••••999": neither birth date nor sex.
    [[nodiscard]] std::string masked() const;

    friend bool operator==(const Nip& a, const Nip& b) { return a.digits_ == b.digits_; }

private:
    Nip(std::string digits, std::optional<JenisAsn> jenis)
        : digits_(std::move(digits)), jenis_(jenis) {}
    std::string digits_;
    std::optional<JenisAsn> jenis_;
};

}  // namespace domain
