#include <fmt/format.h>

#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/potong.hpp"

// Why evidence is not taken, or not found.
namespace bot {
namespace {

Reply satu_kalimat(std::string text) {
    return {.title = "", .body = std::move(text), .buttons = {{"Menu", "menu"}}};
}

}  // namespace

Reply tautan_ditolak(domain::PenolakanTautan reason) {
    constexpr std::string_view kContoh =
        " Contoh: bukti rhk 1 Laporan TW I https://contoh.go.id/laporan";
    std::string text;
    switch (reason) {
        case domain::PenolakanTautan::BukanHttp:
            text = "Tautan bukti harus diawali http:// atau https://.";
            break;
        case domain::PenolakanTautan::TerlaluPanjang:
            text = "Tautan bukti paling panjang 2048 huruf.";
            break;
        case domain::PenolakanTautan::TanpaHost:
            text = "Tautan itu tidak menyebut alamat situs.";
            break;
        case domain::PenolakanTautan::AdaPengguna:
            text = "Tautan bukti tidak boleh memuat nama pengguna atau kata sandi (tanda @).";
            break;
        case domain::PenolakanTautan::AdaKendali:
            text = "Tautan itu memuat tanda yang tidak boleh ada di tautan.";
            break;
    }
    return satu_kalimat(text + std::string(kContoh));
}

Reply bukti_terlalu_banyak(const domain::Rhk& rhk) {
    return satu_kalimat(fmt::format(
        "Bukti untuk satu indikator paling banyak {} per periode. Hapus yang tidak perlu dulu. "
        "Contoh: hapus bukti rhk {} 1",
        domain::kBuktiMaks,
        rhk.nomor
    ));
}

Reply berkas_terlalu_besar() {
    return satu_kalimat(
        "Berkas paling besar 20 MB, jadi ini tidak disimpan. Perkecil, atau kirim tautannya. "
        "Contoh: bukti rhk 1 https://contoh.go.id/laporan"
    );
}

Reply berkas_jenis_lain() {
    return satu_kalimat(
        "Bukti dapat berupa foto, PDF, DOCX, XLSX, PPTX, atau tautan, jadi rekaman ini tidak "
        "disimpan. Contoh: bukti rhk 1 https://contoh.go.id/rekaman"
    );
}

Reply bukti_nomor_tidak_ada(int nomor, int rhk, std::string_view periode) {
    return {
        .title = "",
        .body = fmt::format(
            "Bukti nomor {} tidak ada di RHK {}, {}. Lihat daftarnya: bukti rhk {}",
            nomor,
            rhk,
            periode,
            rhk
        ),
        .buttons = {{"Daftar bukti", fmt::format("bukti rhk {} {}", rhk, periode)}},
    };
}

Reply hapus_bukti_nomor_berapa() {
    return satu_kalimat(
        "Sebutkan RHK dan nomor buktinya; nomornya ada di daftar bukti. Contoh: hapus bukti rhk 1 2"
    );
}

Reply bukti_bawahan_tidak_ada(std::string_view siapa) {
    return satu_kalimat(fmt::format(
        "Tidak ada bukti tersimpan dari \"{}\" yang menjadi wewenang Anda. "
        "Bukti Anda sendiri: bukti rhk 1",
        potong(siapa, 80)
    ));
}

}  // namespace bot
