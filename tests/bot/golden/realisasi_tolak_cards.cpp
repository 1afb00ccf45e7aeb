#include "bot/conversation/replies/realisasi.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {

std::vector<Card> realisasi_tolak_cards() {
    domain::Skp draft = skp_biasa();
    draft.status = domain::StatusSkp::Draft;
    domain::Skp pengajuan = skp_biasa();
    pengajuan.status = domain::StatusSkp::Pengajuan;
    const domain::Rhk& satu = skp_biasa().rhk[0];
    return {
        {"satuan_lain", bot::satuan_lain(satu, "kegiatan")},
        {"satuan_lain__persen", bot::satuan_lain(skp_biasa().rhk[1], "laporan")},
        {"aspek_tidak_ada", bot::aspek_tidak_ada(satu, domain::Aspek::Waktu)},
        {"aspek_tidak_ada__beberapa",
         bot::aspek_tidak_ada(skp_panjang().rhk[0], domain::Aspek::Biaya)},
        {"aspek_tidak_ada__tanpa_aspek",
         bot::aspek_tidak_ada(skp_biasa().rhk[3], domain::Aspek::Waktu)},
        {"skp_tidak_ada", bot::skp_tidak_ada(2026)},
        {"skp_belum_disetujui", bot::skp_belum_disetujui(draft)},
        {"skp_belum_disetujui__pengajuan", bot::skp_belum_disetujui(pengajuan)},
        {"tidak_ada_periode_terbuka", bot::tidak_ada_periode_terbuka()},
        {"periode_tidak_ada", bot::periode_tidak_ada()},
        {"periode_belum_mulai", bot::periode_belum_mulai(triwulan(2))},
        {"batas_lewat", bot::batas_lewat(triwulan(1))},
        {"nilai_terlalu_besar", bot::nilai_terlalu_besar()},
        {"teks_terlalu_panjang", bot::teks_terlalu_panjang("Sumber", domain::kSumberMaks)},
        {"teks_terlalu_panjang__keterangan",
         bot::teks_terlalu_panjang("Keterangan", domain::kKeteranganMaks)},
        {"belum_kualitatif", bot::belum_kualitatif()},
        {"nomor_butir_tidak_ada", bot::nomor_butir_tidak_ada(3)},
        {"nomor_butir_tidak_ada__satu", bot::nomor_butir_tidak_ada(1)},
    };
}

}  // namespace bot_test
