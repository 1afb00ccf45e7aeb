#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "domain/kalender/waktu.hpp"

namespace domain {

// {hari_kerja}: Monday to Friday, or Monday to Saturday.
enum class PolaKerja { LimaHari, EnamHari };

// The working days of a unit (DOMAIN.md section 2). Immutable after construction, so it may be
// shared between threads.
class KalenderKerja {
public:
    // `libur`: every day off that falls in the table, national, joint or local, in any order.
    // `pengganti`: days that are worked whatever they are.
    KalenderKerja(PolaKerja pola, std::vector<Tanggal> libur, std::vector<Tanggal> pengganti = {});

    [[nodiscard]] bool kerja(Tanggal hari) const;

    // The n-th working day after `hari`; `hari` itself never counts. n = 0 gives `hari`. n >= 0.
    [[nodiscard]] Tanggal tambah(Tanggal hari, int n) const;

    // Number of working days x with t < x <= b; 0 if b <= t. "12 hari kerja lagi".
    [[nodiscard]] int sisa(Tanggal t, Tanggal b) const;

    // Number of working days x with a < x <= t: "diajukan 2 hari kerja lalu".
    [[nodiscard]] int umur(Tanggal a, Tanggal t) const;

    // The latest working day t with sisa(t, b) = n; n = 0: the last working day not after b.
    [[nodiscard]] Tanggal sebelum(Tanggal b, int n) const;

    // True if the year of the day has no table of days off: reckoned with weekends only, shown as
    // "sementara".
    [[nodiscard]] bool sementara(Tanggal hari) const;

private:
    // Ordinal of the last working day not after `hari`; only differences mean something.
    [[nodiscard]] std::int64_t nomor(Tanggal hari) const;
    // The first day in [bawah, atas] whose ordinal is at least the one wanted.
    [[nodiscard]] Tanggal pertama_dengan(std::int64_t nomor_dicari, Tanggal bawah, Tanggal atas)
        const;
    // A number of days in a row that surely hold n working days.
    [[nodiscard]] std::chrono::days rentang(int n) const;

    PolaKerja pola_;
    std::vector<Tanggal> libur_;      // sorted; only those that take a working day away
    std::vector<Tanggal> pengganti_;  // sorted; only those that add a working day
    std::set<int> tahun_;             // years that have a table
};

}  // namespace domain
