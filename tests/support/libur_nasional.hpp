#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/kalender/waktu.hpp"

namespace support {

// The national days off and joint leave of DOMAIN.md section 2, 2025 to 2027, typed here a second
// time so that a test does not check the shipped table against itself.
inline constexpr std::string_view kLiburNasional =
    "2025-01-01 2025-01-27 2025-01-29 2025-03-29 2025-03-31 2025-04-01 2025-04-18 "
    "2025-04-20 2025-05-01 2025-05-12 2025-05-29 2025-06-01 2025-06-06 2025-06-27 "
    "2025-08-17 2025-09-05 2025-12-25 "
    "2026-01-01 2026-01-16 2026-02-17 2026-03-19 2026-03-21 2026-03-22 2026-04-03 "
    "2026-04-05 2026-05-01 2026-05-14 2026-05-27 2026-05-31 2026-06-01 2026-06-16 "
    "2026-08-17 2026-08-25 2026-12-25 "
    "2027-01-01 2027-01-05 2027-02-06 2027-03-08 2027-03-10 2027-03-11 2027-03-26 "
    "2027-03-28 2027-05-01 2027-05-06 2027-05-17 2027-05-20 2027-06-01 2027-06-06 "
    "2027-08-15 2027-08-17 2027-12-25 2027-12-26 ";

inline constexpr std::string_view kCutiBersama =
    "2025-01-28 2025-03-28 2025-04-02 2025-04-03 2025-04-04 2025-04-07 2025-05-13 "
    "2025-05-30 2025-06-09 2025-08-18 2025-12-26 "
    "2026-02-16 2026-03-18 2026-03-20 2026-03-23 2026-03-24 2026-05-15 2026-05-28 "
    "2026-12-24 "
    "2027-02-05 2027-03-09 2027-03-12 2027-03-15 2027-03-25 2027-05-18 2027-05-19 "
    "2027-12-24 ";

// Reads dates with one blank behind each.
inline std::vector<domain::Tanggal> tanggal_dari_teks(std::string_view text) {
    constexpr std::size_t kLength = 10;
    std::vector<domain::Tanggal> dates;
    for (; text.size() >= kLength; text.remove_prefix(kLength + 1)) {
        dates.push_back(domain::tanggal_dari_iso(text.substr(0, kLength)).value());
    }
    return dates;
}

// Both tables together: what a calendar with {cuti_bersama_libur = ya} is made of.
inline std::vector<domain::Tanggal> libur_nasional() {
    auto dates = tanggal_dari_teks(kLiburNasional);
    const auto joint = tanggal_dari_teks(kCutiBersama);
    dates.insert(dates.end(), joint.begin(), joint.end());
    return dates;
}

}  // namespace support
