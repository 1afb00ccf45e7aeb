#include <fmt/format.h>

#include "bot/conversation/replies/kalimat.hpp"
#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/rentang.hpp"

namespace bot {

Reply satuan_lain(const domain::Rhk& rhk, std::string_view disebut) {
    const std::string satuan = rhk.indikator.empty() ? "" : rhk.indikator.front().satuan;
    return kalimat(fmt::format(
        "RHK {} dihitung dalam {}, bukan {}. Contoh: realisasi rhk {} {}",
        rhk.nomor,
        satuan,
        disebut,
        rhk.nomor,
        tulis_nilai(*domain::Kuantitas::from_scaled(3 * domain::Kuantitas::kScale), satuan)
    ));
}

Reply aspek_tidak_ada(const domain::Rhk& rhk, domain::Aspek aspek) {
    std::string ada;
    for (const domain::Indikator& indikator : rhk.indikator) {
        if (!indikator.aspek) continue;
        if (!ada.empty()) ada += ", ";
        ada += domain::nama(*indikator.aspek);
    }
    return kalimat(fmt::format(
        "RHK {} tidak punya indikator {}{}. Contoh: realisasi rhk {} 3",
        rhk.nomor,
        domain::nama(aspek),
        ada.empty() ? ", jadi tidak perlu menyebut aspeknya" : "; yang ada: " + ada,
        rhk.nomor
    ));
}

Reply skp_tidak_ada(int tahun) {
    return kalimat(fmt::format(
        "Anda belum punya SKP {} di sini. Hubungi admin instansi agar SKP Anda dimasukkan, lalu "
        "tulis: "
        "skp",
        tahun
    ));
}

Reply skp_belum_disetujui(const domain::Skp& skp) {
    return kalimat(fmt::format(
        "SKP {} Anda masih {}, jadi realisasi belum dapat diisi; tunggu sampai pejabat penilai "
        "menyetujuinya. Contoh: skp {}",
        skp.tahun,
        domain::nama(skp.status),
        skp.tahun
    ));
}

Reply tidak_ada_periode_terbuka() {
    return kalimat(
        "Tidak ada periode penilaian yang terbuka hari ini. Tulis jadwal untuk melihat semua Batas."
    );
}

Reply periode_tidak_ada() {
    return kalimat(
        "Periode itu tidak ada di instansi Anda. Tulis jadwal untuk melihat yang ada. "
        "Contoh: realisasi rhk 1 3 triwulan 1"
    );
}

Reply periode_belum_mulai(const domain::Periode& periode) {
    return kalimat(fmt::format(
        "{} baru mulai {}, jadi belum dapat diisi. Tulis jadwal untuk melihat yang terbuka.",
        tulis_periode(periode),
        domain::tulis_tanggal(periode.awal)
    ));
}

Reply batas_lewat(const domain::Periode& periode) {
    return kalimat(fmt::format(
        "Batas {} sudah lewat pada {}, jadi realisasi tidak dapat diubah. Hubungi admin instansi "
        "bila "
        "perlu perpanjangan, atau tulis: jadwal",
        tulis_periode(periode),
        domain::tulis_tanggal(periode.batas)
    ));
}

Reply nilai_terlalu_besar() {
    return kalimat(
        "Angkanya terlalu besar; paling banyak 12 angka di depan koma. Contoh: realisasi rhk 1 "
        "1.250"
    );
}

Reply teks_terlalu_panjang(std::string_view apa, std::size_t paling_banyak) {
    return kalimat(fmt::format(
        "{} terlalu panjang; paling banyak {} huruf. Contoh: realisasi rhk 1 3 laporan sumber "
        "rekap bulanan",
        apa,
        paling_banyak
    ));
}

Reply belum_kualitatif() {
    return kalimat(
        "SKP Anda kualitatif; realisasi berupa uraian belum dapat dicatat di versi ini. Isi dahulu "
        "di "
        "e-Kinerja, atau tulis: skp"
    );
}

std::string baris_tak_dipahami(std::span<const std::string> baris) {
    std::string text;
    for (const std::string& satu : baris) {
        text += fmt::format("\nTidak dipahami, jadi tidak ikut: {}", potong(satu, 120));
    }
    return text;
}

Reply nomor_butir_tidak_ada(std::size_t banyak) {
    return kalimat(fmt::format(
        "Nomor itu tidak ada; daftarnya {}. Contoh: 1 jadi 3", rentang_nomor("nomor", 1, banyak)
    ));
}

}  // namespace bot
