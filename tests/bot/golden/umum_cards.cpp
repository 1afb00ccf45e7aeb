#include "bot/conversation/replies/umum.hpp"
#include "domain/organisasi/nip.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

bot::Reply salah_langkah(bot::SebabTidakBertindak sebab) {
    return bot::tidak_bertindak({sebab, "realisasi"});
}

// What a reply gets in front of it or behind it when a form was under way.
bot::Reply menu_dengan(std::string_view depan, std::string_view belakang) {
    bot::Reply reply = bot::menu(kNama, 0);
    reply.body = std::string(depan) + reply.body + std::string(belakang);
    return reply;
}

std::vector<Card> skp_cards() {
    const auto realisasi = realisasi_biasa();
    domain::Skp draft = skp_biasa();
    draft.status = domain::StatusSkp::Draft;
    draft.rhk.clear();
    return {
        {"skp", bot::skp(skp_biasa(), realisasi, /*detail=*/false)},
        {"skp__detail", bot::skp(skp_biasa(), realisasi, /*detail=*/true)},
        {"skp__kosong", bot::skp(draft, {}, /*detail=*/false)},
        {"skp__panjang", bot::skp(skp_panjang(), {}, /*detail=*/true)},
    };
}

std::vector<Card> kwitansi_cards() {
    const bot::Kwitansi biasa{
        kKode,
        kNama,
        "Realisasi RHK 1 Kuantitas, Triwulan I 2026: 3 Laporan",
        "Senin, 30 Maret 2026 pukul 08.00 WIB",
        "wamid.HBgNNjI4MTI1NTUwMDAwNBUCABIYFjNFQjBDNkY3",
        ""};
    bot::Kwitansi batal = biasa;
    batal.nama = kNamaPanjang;
    batal.batal_oleh = "R-9M4XPT";
    return {
        {"kwitansi", bot::kwitansi(biasa)},
        {"kwitansi__diurungkan", bot::kwitansi(batal)},
        {"kwitansi_tidak_ada", bot::kwitansi_tidak_ada("R-AAAAAA")},
    };
}

std::vector<Card> profil_cards() {
    const auto nip = domain::Nip::read("199001012015011002", hari_ini());
    const bot::Profil biasa{
        nip->masked(),
        std::string(kNama),
        "Analis Kepegawaian Ahli Muda",
        "Bagian Umum",
        "Dinas Contoh",
        "Rina Wulandari"};
    bot::Profil panjang = biasa;
    panjang.nama = kNamaPanjang;
    panjang.jabatan = teks_panjang(200);
    panjang.unit = teks_panjang(200);
    panjang.atasan.clear();
    return {{"profil", bot::profil(biasa)}, {"profil__panjang", bot::profil(panjang)}};
}

std::vector<Card> sentences() {
    using bot::SebabTidakBertindak;
    return {
        {"tidak_dipahami", bot::tidak_dipahami({{"realisasi", "sisa tugas", "skp"}, ""})},
        {"tidak_dipahami__nanti",
         bot::tidak_dipahami({{"tambah realisasi", "kwitansi"}, "perjanjian kinerja"})},
        {"tidak_dipahami__satu", bot::tidak_dipahami({{"menu"}, ""})},
        {"tidak_bertindak__negasi", salah_langkah(SebabTidakBertindak::Negasi)},
        {"tidak_bertindak__pertanyaan", salah_langkah(SebabTidakBertindak::Pertanyaan)},
        {"tidak_bertindak__pengandaian", salah_langkah(SebabTidakBertindak::Pengandaian)},
        {"tidak_bertindak__kutipan", salah_langkah(SebabTidakBertindak::Kutipan)},
        {"tidak_bertindak__salah_ketik", salah_langkah(SebabTidakBertindak::SalahKetikPutusan)},
        {"belum_tersedia", bot::belum_tersedia("perjanjian kinerja")},
        {"jenis_tidak_didukung", bot::jenis_tidak_didukung()},
        {"tombol_kedaluwarsa", bot::tombol_kedaluwarsa()},
        {"maaf_gagal", bot::maaf_gagal()},
        {"tidak_ada_yang_menunggu_jawaban", bot::tidak_ada_yang_menunggu_jawaban()},
        {"nomor_dari_mana", bot::nomor_dari_mana(2)},
        {"dibatalkan", bot::dibatalkan()},
        {"tidak_ada_yang_dibatalkan", bot::tidak_ada_yang_dibatalkan()},
    };
}

}  // namespace

std::vector<Card> umum_cards() {
    bot::Reply diulang = bot::diulang();
    diulang.body += bot::lanjut("berapa realisasinya?");
    std::vector<Card> cards = {
        {"menu", bot::menu(kNama, 0)},
        {"menu__menunggu", bot::menu(kNama, 12)},
        {"menu__nama_aneh", bot::menu("Siti *Aminah* _Nur_ 👍🏽", 0)},
        {"menu__nama_panjang", bot::menu(kNamaPanjang, 1)},
        {"menu__lanjut", menu_dengan("", bot::lanjut("berapa realisasinya?"))},
        {"menu__isian_kedaluwarsa", menu_dengan(bot::isian_kedaluwarsa(), "")},
        {"menu__isian_tak_terbaca", menu_dengan(bot::isian_tak_terbaca(), "")},
        {"diulang", diulang},
        {"bantuan", bot::bantuan("")},
        {"bantuan__realisasi", bot::bantuan("realisasi")},
        {"bantuan__tidak_ada", bot::bantuan("cuti")},
        {"bantuan__belum_tersedia", bot::bantuan("perjanjian kinerja")},
    };
    for (const auto& more : {skp_cards(), kwitansi_cards(), profil_cards(), sentences()}) {
        cards.insert(cards.end(), more.begin(), more.end());
    }
    return cards;
}

}  // namespace bot_test
