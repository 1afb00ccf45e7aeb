#include "bot/conversation/replies/realisasi.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

const bot::NilaiGanda& ganda() {
    static const bot::NilaiGanda kGanda{"1.25", angka("1.25"), angka("125")};
    return kGanda;
}
const bot::NilaiGanda& ganda_ribuan() {
    static const bot::NilaiGanda kGanda{"1,125", angka("1.125"), angka("1125")};
    return kGanda;
}

std::vector<const domain::Rhk*> dua_rhk() {
    return {&skp_biasa().rhk[0], &skp_biasa().rhk[2]};
}

domain::Skp skp_satu() {
    domain::Skp skp = skp_biasa();
    skp.rhk = {skp.rhk[1]};
    return skp;
}

domain::Skp skp_dua_belas() {
    domain::Skp skp = skp_panjang();
    for (int nomor : {11, 12}) {
        skp.rhk.push_back(skp.rhk.front());
        skp.rhk.back().nomor = nomor;
    }
    return skp;
}

}  // namespace

std::vector<Card> realisasi_tanya_cards() {
    const domain::Skp dua_belas = skp_dua_belas();
    const domain::Rhk& banyak_aspek = skp_biasa().rhk[2];
    const domain::Rhk& panjang = skp_panjang().rhk.front();
    return {
        {"tanya_rhk", bot::tanya_rhk(dua_rhk())},
        {"tanya_rhk__daftar", bot::tanya_rhk(semua_rhk(skp_biasa()))},
        {"tanya_rhk__panjang", bot::tanya_rhk(semua_rhk(dua_belas))},
        {"rhk_tidak_dikenal", bot::rhk_tidak_dikenal("pelatihan", dua_rhk())},
        {"rhk_tidak_dikenal__teks_aneh",
         bot::rhk_tidak_dikenal(teks_aneh(), semua_rhk(skp_panjang()))},
        {"tanya_aspek", bot::tanya_aspek(banyak_aspek)},
        {"tanya_aspek__panjang", bot::tanya_aspek(panjang)},
        {"tanya_nilai", bot::tanya_nilai(skp_biasa().rhk[0], skp_biasa().rhk[0].indikator[0])},
        {"tanya_nilai__persen",
         bot::tanya_nilai(skp_biasa().rhk[1], skp_biasa().rhk[1].indikator[0])},
        {"tanya_nilai__panjang", bot::tanya_nilai(panjang, panjang.indikator[0])},
        {"tanya_nilai_ganda", bot::tanya_nilai_ganda(ganda(), 1)},
        {"tanya_nilai_ganda__ribuan", bot::tanya_nilai_ganda(ganda_ribuan(), 12)},
        {"tanya_perbaikan_ganda", bot::tanya_perbaikan_ganda(ganda(), 2)},
        {"rhk_tidak_ada", bot::rhk_tidak_ada("RHK 7", skp_biasa())},
        {"rhk_tidak_ada__kosong", bot::rhk_tidak_ada("RHK 1", skp_tanpa_rhk())},
        {"rhk_tidak_ada__satu", bot::rhk_tidak_ada("RHK 7", skp_satu())},
        {"rhk_tidak_ada__panjang", bot::rhk_tidak_ada("RHK 99", dua_belas)},
    };
}

}  // namespace bot_test
