#include "bot/conversation/replies/bukti.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

constexpr std::int64_t kBytes = 340'000;

bot::SasaranBukti sasaran(const domain::Skp& skp, std::size_t rhk) {
    const domain::Rhk& one = skp.rhk.at(rhk - 1);
    return {one, one.indikator.front(), triwulan(1)};
}

bot::BarisBukti berkas(int nomor, std::string nama) {
    bot::BarisBukti one;
    one.nomor = nomor;
    one.nama = std::move(nama);
    one.tipe = "pdf";
    one.tanggal = "Senin, 30 Maret 2026";
    one.kwitansi = std::string(kKode);
    one.ukuran = kBytes;
    return one;
}

bot::BarisBukti foto() {
    bot::BarisBukti one = berkas(3, "Foto rapat");
    one.tipe = "jpg";
    return one;
}

bot::BarisBukti tautan(int nomor) {
    bot::BarisBukti one = berkas(nomor, "Laporan TW I");
    one.tipe.clear();
    one.ukuran = 0;
    one.tautan = "https://contoh.go.id/laporan";
    return one;
}

bot::Reply tautan_tersimpan() {
    domain::BuktiDukung bukti;
    bukti.nomor = 2;
    bukti.nama = "Laporan TW I";
    bukti.tautan = "https://contoh.go.id/laporan";
    return bot::tautan_tersimpan(kKode, sasaran(skp_biasa(), 1), bukti, 2);
}

bot::KabarBukti kabar(std::vector<bot::HasilBukti> hasil, int banyak) {
    return {
        .kwitansi = kKode,
        .rhk = 1,
        .rhk_teks = "Tersusunnya laporan layanan",
        .aspek = "Kuantitas",
        .periode = "Triwulan I 2026",
        .hasil = std::move(hasil),
        .banyak = banyak,
    };
}

bot::Reply daftar(std::vector<bot::BarisBukti> baris, std::string_view pemilik) {
    const std::vector<bot::DaftarBukti> list{{1, "Triwulan I 2026", pemilik, std::move(baris)}};
    return bot::daftar_bukti(
        list, pemilik.empty() ? bot::perintah_tambah_bukti(sasaran(skp_biasa(), 1)) : ""
    );
}

bot::Reply daftar_panjang() {
    std::vector<bot::BarisBukti> many;
    for (int nomor = 1; nomor <= static_cast<int>(domain::kBuktiMaks); ++nomor) {
        many.push_back(berkas(nomor, teks_panjang(domain::kNamaBuktiMaks)));
    }
    return daftar(std::move(many), "");
}

bot::SatuBukti satu(bot::BarisBukti baris, std::string_view pemilik = "") {
    static const std::string kHash(64, 'a');
    return {1, "Triwulan I 2026", pemilik, std::move(baris), kHash};
}

std::vector<Card> penolakan_cards() {
    using domain::PenolakanTautan;
    const std::vector<std::string> nama{"Siti Aminah", "Siti Rahma"};
    return {
        {"tautan_ditolak", bot::tautan_ditolak(PenolakanTautan::BukanHttp)},
        {"bukti_terlalu_banyak", bot::bukti_terlalu_banyak(skp_biasa().rhk.front())},
        {"berkas_terlalu_besar", bot::berkas_terlalu_besar()},
        {"berkas_jenis_lain", bot::berkas_jenis_lain()},
        {"bukti_kosong", bot::bukti_kosong(1, "Triwulan I 2026")},
        {"bukti_nomor_tidak_ada", bot::bukti_nomor_tidak_ada(7, 1, "Triwulan I 2026")},
        {"hapus_bukti_nomor_berapa", bot::hapus_bukti_nomor_berapa()},
        {"bukti_bawahan_tidak_ada", bot::bukti_bawahan_tidak_ada("Siti")},
        {"bawahan_mana", bot::bawahan_mana(nama)},
    };
}

}  // namespace

std::vector<Card> bukti_cards() {
    const std::vector<std::string> nama{"Laporan Maret.pdf", "Foto"};
    const std::vector<std::string> aneh{std::string(teks_aneh())};
    std::vector<Card> cards{
        {"bukti_disimpan", bot::bukti_disimpan(kKode, sasaran(skp_biasa(), 1), nama)},
        {"bukti_disimpan__teks_aneh", bot::bukti_disimpan(kKode, sasaran(skp_panjang(), 1), aneh)},
        {"tautan_tersimpan", tautan_tersimpan()},
        {"kabar_bukti", bot::kabar_bukti(kabar({{"Laporan Maret.pdf", "pdf", kBytes}}, 1))},
        {"kabar_bukti__gagal",
         bot::kabar_bukti(kabar({{"Laporan Maret.pdf", "", 0, bot::sebab_hilang()}}, 0))},
        {"daftar_bukti", daftar({berkas(1, "Laporan Maret.pdf"), tautan(2)}, "")},
        {"daftar_bukti__bawahan", daftar({berkas(1, "Laporan Maret.pdf")}, kNama)},
        {"daftar_bukti__panjang", daftar_panjang()},
        {"satu_bukti", bot::satu_bukti(satu(tautan(2)))},
        {"satu_bukti__berkas", bot::satu_bukti(satu(berkas(1, "Laporan Maret.pdf")))},
        {"satu_bukti__berkas_bawahan",
         bot::satu_bukti(satu(berkas(1, "Laporan Maret.pdf"), kNama))},
        {"satu_bukti__foto", bot::satu_bukti(satu(foto()))},
        {"satu_bukti__nama_aneh",
         bot::satu_bukti(satu(berkas(1, "Foto *rapat* _akhir_ 👍🏽 (1)")))},
        {"satu_bukti__nama_panjang",
         bot::satu_bukti(satu(berkas(1, teks_panjang(domain::kNamaBuktiMaks))))},
        {"satu_bukti__bawahan", bot::satu_bukti(satu(tautan(2), kNama))},
        {"bukti_dihapus", bot::bukti_dihapus(kKode, satu(berkas(1, "Laporan Maret.pdf")))},
        {"minta_bukti", bot::minta_bukti(sasaran(skp_biasa(), 1))},
        {"tanya_rhk_bukti", bot::tanya_rhk_bukti(semua_rhk(skp_biasa()), 1)},
        {"tanya_rhk_bukti__beberapa", bot::tanya_rhk_bukti(semua_rhk(skp_biasa()), 3)},
    };
    for (Card& card : penolakan_cards()) cards.push_back(std::move(card));
    return cards;
}

}  // namespace bot_test
