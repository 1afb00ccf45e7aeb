#include "bot/conversation/replies/urungkan.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "bot/conversation/replies/kalimat.hpp"

namespace bot {

Reply diurungkan(
    std::string_view kwitansi, std::string_view yang_diurungkan, std::string_view isi
) {
    return {
        .title = fmt::format("Diurungkan · {}", kwitansi),
        .body = fmt::format(
            "{} ditarik kembali; keadaan seperti sebelumnya.\n{}\nBila perlu, isi lagi sebelum "
            "Batas.",
            yang_diurungkan,
            isi
        ),
        .buttons = {{"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}},
    };
}

Reply ikat_diurungkan(std::string_view kwitansi) {
    return {
        .title = fmt::format("Diurungkan · {}", kwitansi),
        .body =
            "Alamat chat ini tidak terhubung lagi; bila ada alamat lama, alamat itu tetap "
            "terhubung. Kode aktivasi yang sudah dipakai tidak berlaku lagi. Untuk menghubungkan "
            "lagi, tulis: mulai",
        .buttons = {},
    };
}

Reply lepas_diurungkan(std::string_view kwitansi) {
    return {
        .title = fmt::format("Diurungkan · {}", kwitansi),
        .body = "Alamat chat ini terhubung lagi dengan akun SKP Anda, seperti sebelumnya.",
        .buttons = {{"SKP saya", "skp"}, {"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}},
    };
}

Reply tidak_ada_yang_dapat_diurungkan() {
    return kalimat(
        "Tidak ada yang dapat diurungkan: batas waktunya 10 menit sejak tercatat. Untuk mengubah "
        "realisasi, isi lagi. Contoh: realisasi rhk 1 3 laporan"
    );
}

Reply urung_terlambat(std::string_view kode, Tindakan tindakan) {
    const auto rest = [&]() -> std::string_view {
        switch (tindakan) {
            case Tindakan::Isi:
                return "Anda masih dapat mengisi ulang sebelum Batas, atau pejabat penilai dapat "
                       "mengembalikannya. Contoh: realisasi rhk 1 3 laporan";
            case Tindakan::Putusan:
                return "Bila keputusannya keliru, minta pegawai mengisi ulang sebelum Batas; isian "
                       "itu kembali ke daftar Anda. Untuk melihat yang menunggu, tulis: tinjau";
            case Tindakan::Bukti:
                return "Bukti masih dapat ditambah atau dihapus sebelum Batas. Contoh: hapus bukti "
                       "rhk 1 1";
            case Tindakan::Ikat:
                return "Untuk memutus hubungan alamat ini, tulis: lepas akun";
        }
        std::abort();
    }();
    return kalimat(
        fmt::format("{} sudah lebih dari 10 menit, jadi tidak dapat diurungkan. {}", kode, rest)
    );
}

Reply urung_berubah(std::string_view kode) {
    return kalimat(fmt::format(
        "{} sudah diganti isian yang lebih baru, jadi tidak dapat diurungkan. Tulis urungkan untuk "
        "menarik isian terakhir.",
        kode
    ));
}

Reply urung_di_alamat_itu(std::string_view kode) {
    return kalimat(fmt::format(
        "{} menyangkut alamat chat lain, jadi hanya dapat diurungkan dari sana. Bila alamat baru "
        "itu bukan milik Anda, tulis: bukan saya",
        kode
    ));
}

Reply penolakan_tetap(std::string_view kode) {
    return kalimat(
        fmt::format(
            "{} menolak alamat baru dan demi keamanan tidak dapat diurungkan. Bila alamat itu "
            "milik Anda, hubungkan lagi dari sana dengan kode aktivasi baru dari admin instansi. "
            "Untuk menarik isian lain, tulis urungkan dengan kodenya. Contoh: urungkan R-7K2FQ9",
            kode
        ),
        {{"Menu", "menu"}}
    );
}

}  // namespace bot
