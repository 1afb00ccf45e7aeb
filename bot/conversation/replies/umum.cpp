#include "bot/conversation/replies/umum.hpp"

#include <fmt/format.h>

#include "bot/conversation/replies/kalimat.hpp"

namespace bot {
namespace {

std::string_view sebab(SebabTidakBertindak reason) {
    switch (reason) {
        case SebabTidakBertindak::Negasi:
            return "Pesan Anda menyebut sesuatu yang belum atau tidak terjadi";
        case SebabTidakBertindak::Pertanyaan:
            return "Pesan Anda sebuah pertanyaan";
        case SebabTidakBertindak::Pengandaian:
            return "Pesan Anda sebuah pengandaian";
        case SebabTidakBertindak::Kutipan:
            return "Pesan Anda mengutip orang lain";
        case SebabTidakBertindak::SalahKetikPutusan:
            return "Keputusan harus ditulis tepat, agar tidak salah";
    }
    std::abort();
}

}  // namespace

Reply menu(std::string_view nama, std::size_t menunggu_keputusan) {
    Reply reply;
    reply.title = "Menu";
    // Not in the title: its marks would meet those of the name.
    reply.body = fmt::format("{}\n", nama) +
                 "Tulis salah satu:\n"
                 "realisasi rhk 1 3 laporan: mengisi realisasi\n"
                 "skp: SKP dan capaian Anda\n"
                 "sisa tugas: yang belum diisi\n"
                 "jadwal: semua Batas\n"
                 "urungkan: menarik kembali isian terakhir\n"
                 "bantuan: semua perintah";
    reply.buttons = {{"SKP saya", "skp"}, {"Sisa tugas", "sisa tugas"}};
    if (menunggu_keputusan > 0) {
        reply.body += fmt::format("\ntinjau: {} hal menunggu keputusan Anda", menunggu_keputusan);
        reply.buttons.push_back({"Tinjau", "tinjau"});
    } else {
        reply.buttons.push_back({"Bantuan", "bantuan"});
    }
    return reply;
}

Reply dibatalkan() {
    return kalimat("Dibatalkan; tidak ada yang disimpan.", {{"Menu", "menu"}});
}

Reply tidak_ada_yang_dibatalkan() {
    return kalimat(
        "Tidak ada isian yang sedang berjalan. Untuk menarik kembali yang sudah tercatat, tulis: "
        "urungkan",
        {{"Menu", "menu"}}
    );
}

Reply tidak_dipahami(const TidakDipahami& command) {
    Reply reply = kalimat("Maaf, pesan itu belum saya pahami.");
    if (!command.nanti.empty()) {
        reply.body +=
            fmt::format(" Yang mirip, \"{}\", belum dapat dijalankan di versi ini.", command.nanti);
    }
    reply.body += " Mungkin maksud Anda ";
    for (const std::string& nama : command.terdekat) {
        if (!reply.buttons.empty()) {
            reply.body += reply.buttons.size() + 1 == command.terdekat.size() ? ", atau " : ", ";
        }
        reply.body += nama;
        reply.buttons.push_back({nama, nama});
    }
    reply.body += "? Contoh: realisasi rhk 1 3 laporan";
    return reply;
}

Reply tidak_bertindak(const TidakBertindak& command) {
    Reply reply = kalimat(
        fmt::format("{}, jadi tidak ada yang saya ubah.", sebab(command.sebab)), {{"Menu", "menu"}}
    );
    reply.body += command.sebab == SebabTidakBertindak::SalahKetikPutusan
                      ? " Contoh: setujui 1, atau kembalikan 1: alasan"
                      : " Contoh: realisasi rhk 1 3 laporan";
    return reply;
}

Reply belum_tersedia(std::string_view nama) {
    return kalimat(
        fmt::format(
            "Perintah \"{}\" saya kenal, tetapi belum dapat dijalankan di versi ini. Untuk yang "
            "sudah "
            "bisa, tulis: bantuan",
            nama
        ),
        {{"Bantuan", "bantuan"}}
    );
}

Reply jenis_tidak_didukung() {
    return kalimat(
        "Kiriman seperti itu belum dapat saya olah di versi ini; tulislah sebagai teks. "
        "Contoh: realisasi rhk 1 3 laporan"
    );
}

Reply tombol_kedaluwarsa() {
    return kalimat(
        "Tombol itu tidak berlaku lagi. Tulis perintahnya, atau mulai dari menu.",
        {{"Menu", "menu"}}
    );
}

Reply maaf_gagal() {
    return kalimat(
        "Maaf, pesan Anda tidak dapat diproses dan sudah kami sisihkan untuk diperiksa. Tidak ada "
        "yang "
        "berubah. Coba kirim lagi, misalnya: realisasi rhk 1 3 laporan"
    );
}

Reply tidak_ada_yang_menunggu_jawaban() {
    return kalimat(
        "Tidak ada yang sedang menunggu jawaban itu. Tulis menu untuk melihat pilihan.",
        {{"Menu", "menu"}}
    );
}

Reply diulang() {
    return kalimat("Baik.");
}

Reply nomor_dari_mana(int nomor) {
    return kalimat(
        fmt::format(
            "Nomor {0} untuk apa? Tulis dengan perintahnya. Contoh: setujui {0}, atau rhk {0} 3 "
            "laporan",
            nomor
        ),
        {{"Menu", "menu"}}
    );
}

Reply profil(const Profil& profil) {
    return {
        .title = "Profil",
        .body = fmt::format(
            "{}\nNIP {}\n{}\n{}, {}\nAtasan: {}",
            profil.nama,
            profil.nip_tersamar,
            profil.jabatan,
            profil.unit,
            profil.instansi,
            profil.atasan.empty() ? "belum ditetapkan, hubungi admin instansi" : profil.atasan
        ),
        .buttons = {{"SKP saya", "skp"}, {"Menu", "menu"}},
    };
}

Reply kwitansi(const Kwitansi& kwitansi) {
    Reply reply;
    reply.title = fmt::format("Kwitansi {}", kwitansi.kode);
    reply.body = fmt::format(
        "{}\nOleh: {}\nWaktu server: {}\nDari pesan: {}",
        kwitansi.isi,
        kwitansi.nama,
        kwitansi.waktu,
        kwitansi.pesan
    );
    if (!kwitansi.batal_oleh.empty()) {
        reply.body += fmt::format("\nSudah diurungkan dengan {}.", kwitansi.batal_oleh);
    }
    reply.buttons = {{"Menu", "menu"}};
    return reply;
}

Reply kwitansi_tidak_ada(std::string_view kode) {
    return kalimat(fmt::format(
        "Kwitansi {} tidak ada. Kodenya ada di kartu \"Tercatat\". Contoh: bukti R-7K2FQ9", kode
    ));
}

std::string lanjut(std::string_view pertanyaan) {
    return fmt::format("\n\nLanjut: {}", pertanyaan);
}

std::string isian_kedaluwarsa() {
    return "Isian yang tertunda lebih dari 24 jam sudah dihapus.\n";
}

std::string isian_tak_terbaca() {
    return "Isian yang tertunda tidak dapat dilanjutkan setelah bot diperbarui; tidak ada yang "
           "disimpan. Silakan mulai lagi.\n";
}

}  // namespace bot
