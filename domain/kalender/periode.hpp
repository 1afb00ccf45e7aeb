#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/kalender/waktu.hpp"

namespace domain {

enum class JenisPeriode { Bulanan, Triwulan, Final };

std::string_view kode(JenisPeriode jenis);  // "bulanan", "triwulan", "final"
std::optional<JenisPeriode> jenis_periode_dari(std::string_view kode);

// A periode penilaian of one year, with its Batas (DOMAIN.md section 3).
struct Periode {
    std::int64_t id = 0;
    int tahun = 0;
    std::string nama;  // "Triwulan I"
    JenisPeriode jenis = JenisPeriode::Triwulan;
    Tanggal awal;
    Tanggal akhir;
    Tanggal batas;  // the last day on which may be written, until 23:59:59 in the unit's zone
};

// Default Batas of a period that ends on `akhir`: bulanan the 10th of the next month, triwulan
// 45 days after, final 7 May of the next year.
Tanggal batas_bawaan(JenisPeriode jenis, Tanggal akhir);

// Which period is meant when none is named.
struct PeriodeDimaksud {
    const Periode* dipilih = nullptr;  // nothing is open: nullptr
    const Periode* lain = nullptr;     // another one that is open too, for the button
};

// For realisasi, bukti, penilaian: the latest ended period whose Batas is not past, else the one
// that contains `hari_ini`. Final is never meant unless named. Pointers into `periode`.
PeriodeDimaksud periode_realisasi(std::span<const Periode> periode, Tanggal hari_ini);

// Begun, and the Batas not past.
bool terbuka(const Periode& periode, Tanggal hari_ini);

}  // namespace domain
