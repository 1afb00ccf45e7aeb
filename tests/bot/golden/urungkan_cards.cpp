#include "bot/conversation/replies/urungkan.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {

std::vector<Card> urungkan_cards() {
    using bot::Tindakan;
    return {
        {"diurungkan",
         bot::diurungkan(
             kKode, "R-9M4XPT", "Realisasi RHK 1 Kuantitas, Triwulan I 2026: 3 Laporan"
         )},
        {"ikat_diurungkan", bot::ikat_diurungkan(kKode)},
        {"lepas_diurungkan", bot::lepas_diurungkan(kKode)},
        {"tidak_ada_yang_dapat_diurungkan", bot::tidak_ada_yang_dapat_diurungkan()},
        {"urung_terlambat__isi", bot::urung_terlambat(kKode, Tindakan::Isi)},
        {"urung_terlambat__putusan", bot::urung_terlambat(kKode, Tindakan::Putusan)},
        {"urung_terlambat__bukti", bot::urung_terlambat(kKode, Tindakan::Bukti)},
        {"urung_terlambat__ikat", bot::urung_terlambat(kKode, Tindakan::Ikat)},
        {"urung_berubah", bot::urung_berubah(kKode)},
        {"urung_di_alamat_itu", bot::urung_di_alamat_itu(kKode)},
        {"penolakan_tetap", bot::penolakan_tetap(kKode)},
    };
}

}  // namespace bot_test
