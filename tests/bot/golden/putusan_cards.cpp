#include "adapters/utf.hpp"
#include "bot/baris_putusan.hpp"
#include "bot/conversation/replies/putusan.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

storage::WaitingItem butir(int nomor) {
    storage::WaitingItem item;
    item.nomor = nomor;
    item.pemilik = nomor % 2 == 1 ? "Budi Santoso" : std::string(kNama);
    item.rhk_nomor = nomor;
    item.satuan = "Laporan";
    item.periode = "Triwulan I";
    item.tahun = 2026;
    item.nilai_dilihat = angka("3");
    return item;
}

// As they come from the database, through the program's own way to a card.
std::vector<bot::BarisPutusan> biasa(int banyak) {
    std::vector<bot::BarisPutusan> rows;
    for (int nomor = 1; nomor <= banyak; ++nomor) rows.push_back(bot::baris(butir(nomor)));
    return rows;
}

std::vector<bot::BarisPutusan> bersumber(
    int banyak, std::string_view nama, std::string_view sumber, std::string_view keterangan
) {
    std::vector<bot::BarisPutusan> rows;
    for (int nomor = 1; nomor <= banyak; ++nomor) {
        storage::WaitingItem item = butir(nomor);
        item.pemilik = nama;
        item.nilai_dilihat = angka("999999999999.9999");
        item.sumber_dilihat = sumber;
        item.keterangan_dilihat = keterangan;
        rows.push_back(bot::baris(item));
    }
    return rows;
}

std::vector<bot::BarisPutusan> aneh() {
    return bersumber(1, "Budi *Bintang* 👍🏽", teks_aneh(), teks_aneh());
}

std::vector<bot::BarisPutusan> panjang(int banyak) {
    return bersumber(banyak, kNamaPanjang, teks_panjang(250), teks_panjang(500));
}

std::vector<Card> notices() {
    const std::string oleh = adapters::plain_people_text(kNamaPanjang);
    return {
        {"digest", bot::digest(biasa(3)), "realisasi_diajukan"},
        {"digest__satu", bot::digest(biasa(1)), "realisasi_diajukan"},
        {"digest__teks_aneh", bot::digest(aneh()), "realisasi_diajukan"},
        {"digest__panjang", bot::digest(panjang(20)), "realisasi_diajukan"},
        {"realisasi_disetujui",
         bot::realisasi_disetujui(biasa(2), "Rina Wulandari"),
         "realisasi_disetujui"},
        {"realisasi_disetujui__panjang",
         bot::realisasi_disetujui(panjang(20), oleh),
         "realisasi_disetujui"},
        {"realisasi_dikembalikan",
         bot::realisasi_dikembalikan(biasa(1), "Rina Wulandari", "foto kurang jelas"),
         "realisasi_dikembalikan"},
        {"realisasi_dikembalikan__teks_aneh",
         bot::realisasi_dikembalikan(
             aneh(), "Rina *Wulandari*", adapters::plain_people_text(teks_aneh())
         ),
         "realisasi_dikembalikan"},
        {"realisasi_dikembalikan__panjang",
         bot::realisasi_dikembalikan(panjang(20), oleh, teks_panjang(500)),
         "realisasi_dikembalikan"},
    };
}

std::vector<Card> results() {
    const auto rows = biasa(4);
    const bot::HasilPutusan campuran{
        kKode,
        {rows[0], rows[1]},
        {rows[2]},
        {bot::sudah_berubah(rows[3], angka("5")),
         bot::sudah_diputus(rows[1], domain::StatusRealisasi::Disetujui),
         bot::bukan_wewenang(rows[0])}};
    const bot::HasilPutusan ditolak{
        "", {}, {}, {bot::sudah_diputus(rows[0], domain::StatusRealisasi::Dikembalikan)}};
    return {
        {"hasil_putusan", bot::hasil_putusan({kKode, {rows[0]}, {}, {}})},
        {"hasil_putusan__campuran", bot::hasil_putusan(campuran)},
        {"hasil_putusan__ditolak", bot::hasil_putusan(ditolak)},
        {"hasil_putusan__panjang", bot::hasil_putusan({kKode, panjang(20), {}, {}})},
    };
}

}  // namespace

std::vector<Card> putusan_cards() {
    std::vector<Card> cards = {
        {"tidak_ada_yang_menunggu", bot::tidak_ada_yang_menunggu()},
        {"minta_alasan", bot::minta_alasan(biasa(1))},
        {"minta_alasan__panjang", bot::minta_alasan(panjang(3))},
        {"nomor_tidak_ada", bot::nomor_tidak_ada(3)},
        {"nomor_tidak_ada__satu", bot::nomor_tidak_ada(1)},
        {"pilih_nomor", bot::pilih_nomor(biasa(2))},
        {"pilih_nomor__daftar_penuh", bot::pilih_nomor(panjang(5))},
        {"pilih_nomor__banyak", bot::pilih_nomor(biasa(6))},
        {"tanya_maksud_putusan", bot::tanya_maksud_putusan(biasa(1))},
        {"tanya_maksud_putusan__panjang", bot::tanya_maksud_putusan(panjang(5))},
        {"digest_baru", bot::digest_baru(biasa(2))},
        {"belum_boleh_memutus", bot::belum_boleh_memutus("Selasa, 31 Maret 2026 pukul 08.00 WIB")},
        {"bukan_pesan_keputusan", bot::bukan_pesan_keputusan()},
        {"teruskan_bukan_putusan", bot::teruskan_bukan_putusan()},
    };
    for (const auto& more : {notices(), results()}) {
        cards.insert(cards.end(), more.begin(), more.end());
    }
    return cards;
}

}  // namespace bot_test
