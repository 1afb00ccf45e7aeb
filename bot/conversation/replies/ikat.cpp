#include "bot/conversation/replies/ikat.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace bot {
namespace {

std::string_view langkah_pertama(CaraKenal cara) {
    switch (cara) {
        case CaraKenal::Kontak:
            return "tekan \"Bagikan kontak saya\", atau tulis NIP Anda (18 angka) lalu kode "
                   "aktivasi dari admin instansi.";
        case CaraKenal::Nomor:
            return "tulis NIP Anda (18 angka) dari nomor yang tercatat di instansi; dari nomor "
                   "lain diperlukan kode aktivasi dari admin instansi.";
        case CaraKenal::Kode:
            return "tulis NIP Anda (18 angka) lalu kode aktivasi dari admin instansi.";
    }
    std::abort();
}

ReplyKeyboard keyboard_for(CaraKenal cara) {
    return cara == CaraKenal::Kontak ? ReplyKeyboard::AskForContact : ReplyKeyboard::None;
}

}  // namespace

Reply salam_pembuka(CaraKenal cara) {
    return {
        .title = "Selamat datang di SKP Bot",
        .body =
            "Bot ini membantu pegawai mengisi realisasi SKP dan mengingatkan Batas penilaian.\n"
            "Pemberitahuan privasi: data SKP Anda diolah untuk tugas kedinasan; pesan dikirim "
            "lewat "
            "Telegram "
            "atau WhatsApp, yang servernya di luar negeri. Bot tidak pernah meminta kata sandi "
            "atau "
            "OTP e-Kinerja.\n"
            "Untuk mulai, " +
            std::string(langkah_pertama(cara)),
        .buttons = {},
        .keyboard = keyboard_for(cara),
    };
}

Reply minta_nip() {
    return {
        .title = "",
        .body = "Terima kasih. Sekarang tulis NIP Anda, 18 angka. Contoh: 199001012015011999",
        .buttons = {},
        .keyboard = ReplyKeyboard::Remove,
    };
}

Reply minta_kode() {
    return {
        .title = "",
        .body = "Sekarang tulis kode aktivasi dari admin instansi, 6 angka. Contoh: 123456",
        .buttons = {},
        .keyboard = ReplyKeyboard::Remove,
    };
}

Reply data_tidak_cocok() {
    return {
        .title = "",
        .body =
            "Data tidak cocok. Periksa NIP, nomor telepon, dan kode Anda, atau minta kode aktivasi "
            "baru kepada admin instansi, lalu tulis NIP Anda lagi. Contoh: 199001012015011999",
        .buttons = {},
    };
}

Reply terkunci(std::string_view jam) {
    return {
        .title = "",
        .body = fmt::format(
            "Terlalu banyak percobaan. Coba lagi setelah pukul {}, atau hubungi admin instansi.",
            jam
        ),
        .buttons = {},
    };
}

Reply kontak_orang_lain(CaraKenal cara) {
    return {
        .title = "",
        .body =
            cara == CaraKenal::Kontak
                ? "Kontak itu bukan milik akun ini. Tekan tombol \"Bagikan kontak saya\" di bawah, "
                  "atau tulis NIP Anda. Contoh: 199001012015011999"
                : "Kontak yang dikirim tidak diperlukan. Tulis NIP Anda, 18 angka. Contoh: "
                  "199001012015011999",
        .buttons = {},
        .keyboard = keyboard_for(cara),
    };
}

Reply terikat(std::string_view kwitansi, std::string_view nama, bool menunggu_sehari) {
    std::string body = fmt::format(
        // "Siti Aminah, S.E." ends the sentence itself.
        "Akun ini sekarang terhubung dengan {}{}",
        nama,
        nama.ends_with('.') ? "" : "."
    );
    if (menunggu_sehari) {
        body +=
            "\nKarena ada alamat lama, keputusan atas bawahan baru dapat diberikan dari sini "
            "setelah "
            "24 jam.";
    }
    body +=
        "\nBila salah akun, tulis dalam 10 menit: urungkan"
        "\nTulis menu untuk melihat pilihan. Contoh: realisasi rhk 1 3 laporan";
    return {
        .title = fmt::format("Berhasil · {}", kwitansi),
        .body = std::move(body),
        .buttons = {{"SKP saya", "skp"}, {"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}},
    };
}

Reply alamat_baru(std::string_view pada, bool berakhir) {
    return {
        .title = "Alamat baru",
        .body = fmt::format(
            "Akun SKP Anda baru saja dihubungkan dengan alamat chat lain. Alamat ini tetap "
            "terhubung{}. Bila itu bukan Anda, tulis dalam 24 jam: bukan saya",
            berakhir ? " selama 24 jam" : ""
        ),
        .buttons = {{"Bukan saya", "bukan saya"}},
        .keyboard = ReplyKeyboard::None,
        .parameters = {std::string(pada)},
    };
}

Reply ikatan_baru_dibatalkan() {
    return {
        .title = "Dibatalkan",
        .body =
            "Alamat baru dilepas dan alamat ini tetap terhubung. Beri tahu admin instansi bahwa "
            "ada "
            "yang mencoba memakai akun Anda.",
        .buttons = {{"Menu", "menu"}},
    };
}

Reply tidak_ada_ikatan_baru() {
    return {
        .title = "",
        .body = "Tidak ada alamat baru untuk akun Anda. Tulis menu untuk melihat pilihan.",
        .buttons = {{"Menu", "menu"}},
    };
}

Reply tanya_lepas() {
    return {
        .title = "",
        .body =
            "Lepaskan alamat chat ini dari akun SKP Anda? Sesudahnya Anda tidak menerima "
            "pemberitahuan di sini. Data SKP dan realisasi tetap tersimpan sebagai arsip dinas.\n"
            "Balas: ya, lepas · batal",
        .buttons = {{"Ya, lepas", "lepas akun"}, {"Batal", "batal"}},
    };
}

Reply akun_dilepas(std::string_view kwitansi) {
    return {
        .title = fmt::format("Akun dilepas · {}", kwitansi),
        .body =
            "Alamat ini tidak terhubung lagi dan tidak menerima pemberitahuan. Data SKP, "
            "realisasi, "
            "dan jejaknya tetap tersimpan sebagai arsip dinas. Bila keliru, tulis urungkan dalam "
            "10 menit; sesudah itu, untuk menghubungkan lagi, tulis: mulai",
        .buttons = {{"Urungkan", fmt::format("urungkan {}", kwitansi)}},
    };
}

Reply lanjut_di_chat_pribadi() {
    return {
        .title = "",
        .body = "Lanjut di chat pribadi: buka profil bot ini lalu tekan Mulai.",
        .buttons = {},
    };
}

}  // namespace bot
