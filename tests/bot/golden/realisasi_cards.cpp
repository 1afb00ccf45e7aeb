#include "bot/conversation/replies/realisasi.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

bot::BarisRealisasi baris(const domain::Skp& skp, std::size_t rhk, std::string_view nilai) {
    const domain::Rhk& one = skp.rhk.at(rhk - 1);
    return {
        .rhk = one,
        .indikator = one.indikator.front(),
        .periode = triwulan(1),
        .nilai = angka(nilai),
        .sebelumnya = std::nullopt,
        .setahun = angka(nilai),
    };
}

bot::Reply kartu(std::vector<bot::BarisRealisasi> baris, const domain::Periode* lain = nullptr) {
    return bot::kartu_realisasi({kKode, std::move(baris), kalender(), hari_ini(), lain});
}

bot::Reply kartu_dengan_sumber(std::string_view sumber, std::string_view keterangan) {
    auto satu = baris(skp_biasa(), 1, "3");
    satu.sebelumnya = angka("1");
    satu.sumber = sumber;
    satu.keterangan = keterangan;
    return kartu({satu});
}

bot::Reply kartu_panjang() {
    const std::string sumber = teks_panjang(250), keterangan = teks_panjang(500);
    std::vector<bot::BarisRealisasi> many;
    for (std::size_t rhk = 1; rhk <= 10; ++rhk) {
        many.push_back(baris(skp_panjang(), rhk, "999999999999.9999"));
        many.back().sumber = sumber;
        many.back().keterangan = keterangan;
    }
    return kartu(std::move(many));
}

bot::BarisKonfirmasi butir(const domain::Skp& skp, std::size_t rhk, std::string_view nilai) {
    const domain::Rhk& one = skp.rhk.at(rhk - 1);
    return {one, one.indikator.front(), triwulan(1), angka(nilai), bot::CaraIsi::Tetapkan};
}

bot::Reply konfirmasi() {
    auto tambahan = butir(skp_biasa(), 3, "2");
    tambahan.cara = bot::CaraIsi::Tambahkan;
    tambahan.sumber = "rekap bulanan";
    tambahan.keterangan = "dua kali di kecamatan";
    return bot::konfirmasi_realisasi(std::vector<bot::BarisKonfirmasi>{
        butir(skp_biasa(), 1, "3"), butir(skp_biasa(), 2, "90.25"), tambahan});
}

bot::Reply konfirmasi_satu() {
    bot::Reply reply = bot::konfirmasi_realisasi(std::vector{butir(skp_biasa(), 1, "3")});
    const std::vector<std::string> lain{"besok rapat jam 9", std::string(teks_aneh())};
    reply.body += bot::baris_tak_dipahami(lain);
    return reply;
}

bot::Reply konfirmasi_panjang() {
    const std::string sumber = teks_panjang(250), keterangan = teks_panjang(500);
    std::vector<bot::BarisKonfirmasi> many;
    for (std::size_t rhk = 1; rhk <= 10; ++rhk) {
        const domain::Rhk& one = skp_panjang().rhk.at(rhk - 1);
        many.push_back({
            .rhk = one,
            .indikator = one.indikator.front(),
            .periode = triwulan(rhk > 5 ? 2 : 1),
            .nilai = angka("999999999999.9999"),
            .cara = bot::CaraIsi::Tambahkan,
            .sumber = sumber,
            .keterangan = keterangan,
        });
    }
    return bot::konfirmasi_realisasi(many);
}

}  // namespace

std::vector<Card> realisasi_cards() {
    return {
        {"kartu_realisasi", kartu({baris(skp_biasa(), 1, "3")}, &triwulan(2))},
        {"kartu_realisasi__sebelumnya", kartu_dengan_sumber("rekap bulanan", "tepat waktu")},
        {"kartu_realisasi__teks_aneh", kartu_dengan_sumber(teks_aneh(), teks_aneh())},
        {"kartu_realisasi__beberapa",
         kartu(
             {baris(skp_biasa(), 1, "3"),
              baris(skp_biasa(), 2, "90.25"),
              baris(skp_biasa(), 4, "7")}
         )},
        {"kartu_realisasi__panjang", kartu_panjang()},
        {"konfirmasi_realisasi", konfirmasi()},
        {"konfirmasi_realisasi__satu", konfirmasi_satu()},
        {"konfirmasi_realisasi__panjang", konfirmasi_panjang()},
    };
}

}  // namespace bot_test
