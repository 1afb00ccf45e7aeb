#include "domain/kalender/periode.hpp"

#include <cstdlib>
#include <tuple>

#include "domain/kode.hpp"

namespace domain {
namespace {

constexpr TabelKode<JenisPeriode, 3> kJenisPeriode{
    {{JenisPeriode::Bulanan, "bulanan"},
     {JenisPeriode::Triwulan, "triwulan"},
     {JenisPeriode::Final, "final"}}};

constexpr std::chrono::days kBatasTriwulan{45};

// Which of two open periods is meant first: an ended one before a running one; of two ended ones
// the one that ended later; of two that end together the one that closes sooner.
bool lebih_dulu(const Periode& a, const Periode& b, Tanggal hari_ini) {
    const bool a_berakhir = a.akhir < hari_ini;
    const bool b_berakhir = b.akhir < hari_ini;
    if (a_berakhir != b_berakhir) return a_berakhir;
    if (a_berakhir && a.akhir != b.akhir) return a.akhir > b.akhir;
    return std::tie(a.batas, a.akhir) < std::tie(b.batas, b.akhir);
}

}  // namespace

std::string_view kode(JenisPeriode jenis) {
    return kode_di(kJenisPeriode, jenis);
}

std::optional<JenisPeriode> jenis_periode_dari(std::string_view kode) {
    return dari_kode(kJenisPeriode, kode);
}

Tanggal batas_bawaan(JenisPeriode jenis, Tanggal akhir) {
    const std::chrono::year_month_day date{akhir};
    switch (jenis) {
        case JenisPeriode::Bulanan: {
            const auto next = date.year() / date.month() + std::chrono::months{1};
            return Tanggal{next / std::chrono::day{10}};
        }
        case JenisPeriode::Triwulan:
            return akhir + kBatasTriwulan;
        case JenisPeriode::Final:
            return tanggal(tahun_dari(akhir) + 1, 5, 7);
    }
    std::abort();
}

PeriodeDimaksud periode_realisasi(std::span<const Periode> periode, Tanggal hari_ini) {
    PeriodeDimaksud dimaksud;
    for (const auto& calon : periode) {
        if (calon.jenis == JenisPeriode::Final || !terbuka(calon, hari_ini)) continue;
        if (dimaksud.dipilih == nullptr || lebih_dulu(calon, *dimaksud.dipilih, hari_ini)) {
            dimaksud.lain = dimaksud.dipilih;
            dimaksud.dipilih = &calon;
        } else if (dimaksud.lain == nullptr || lebih_dulu(calon, *dimaksud.lain, hari_ini)) {
            dimaksud.lain = &calon;
        }
    }
    return dimaksud;
}

bool terbuka(const Periode& periode, Tanggal hari_ini) {
    return periode.awal <= hari_ini && hari_ini <= periode.batas;
}

}  // namespace domain
