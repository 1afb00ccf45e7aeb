#include "bot/conversation/replies/suntingan.hpp"

#include <fmt/format.h>

#include "bot/conversation/replies/kalimat.hpp"
#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {

Reply tanya_suntingan(const SuntinganRealisasi& suntingan) {
    const domain::Indikator& indikator = suntingan.indikator;
    std::string baru = tulis_nilai(suntingan.baru, indikator.satuan);
    if (!suntingan.sumber.empty()) {
        baru += fmt::format(", sumber {}", potong(suntingan.sumber, 60));
    }
    if (!suntingan.keterangan.empty()) {
        baru += fmt::format(", keterangan {}", potong(suntingan.keterangan, 60));
    }
    return kalimat(
        fmt::format(
            "Pesan Anda yang sudah tercatat diubah: RHK {} {}, {}, sekarang {}. Catat {} sebagai "
            "gantinya?\nBalas: ya, ubah · biarkan",
            suntingan.rhk,
            indikator.aspek ? domain::nama(*indikator.aspek) : "Realisasi",
            suntingan.periode,
            tulis_nilai(suntingan.tercatat, indikator.satuan),
            baru
        ),
        {{"Ya, ubah", "ya"}, {"Biarkan", "tidak"}}
    );
}

Reply suntingan_dibiarkan() {
    return kalimat("Baik, yang tercatat tidak diubah.", {{"Menu", "menu"}});
}

Reply suntingan_berubah() {
    return kalimat(
        "Realisasi itu sudah berubah lagi, jadi tidak saya ganti. Kirim nilai yang benar sebagai "
        "pesan baru, misalnya: realisasi rhk 1 4 laporan"
    );
}

Reply suntingan_tidak_dijalankan() {
    return kalimat(
        "Pesan yang disunting tidak saya jalankan. Kirim sebagai pesan baru, misalnya: "
        "realisasi rhk 1 4 laporan"
    );
}

Reply penarikan_tetap_tercatat(std::string_view kode, std::string_view isi, MasaUrung masa) {
    if (masa == MasaUrung::Berjalan) {
        return kalimat(
            fmt::format(
                "Pesan Anda dihapus dari chat, tetapi isinya tetap tercatat:\n{}\nUntuk menariknya "
                "(dalam 10 menit sejak tercatat), tulis: urungkan {}",
                isi,
                kode
            ),
            {{"Urungkan", fmt::format("urungkan {}", kode)}, {"Menu", "menu"}}
        );
    }
    return kalimat(
        fmt::format(
            "Pesan Anda dihapus dari chat, tetapi isinya tetap tercatat ({}):\n{}\nBatas 10 menit "
            "untuk mengurungkan sudah lewat; untuk memperbaiki, isi lagi. Contoh: realisasi rhk 1 "
            "4 laporan",
            kode,
            isi
        ),
        {{"Menu", "menu"}}
    );
}

}  // namespace bot
