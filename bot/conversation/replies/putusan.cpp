#include "bot/conversation/replies/putusan.hpp"

#include <fmt/format.h>

#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/rentang.hpp"

namespace bot {
namespace {

// What the pegawai wrote is shown whole in a short list. In a long one so many bytes of it, so that
// twenty items fit into three messages; the mark at its end says that there is more.
constexpr std::size_t kDaftarPendek = 3;
constexpr std::size_t kTeksPendek = 120;

std::string daftar(std::span<const BarisPutusan> baris) {
    const std::size_t most = baris.size() > kDaftarPendek ? kTeksPendek : std::string::npos;
    std::string text;
    for (const BarisPutusan& satu : baris) {
        if (!text.empty()) text += '\n';
        text += fmt::format("{}. Realisasi {}", satu.nomor, tulis_baris(satu));
        if (satu.bukti > 0) text += fmt::format(", {} bukti", satu.bukti);
        if (!satu.sumber.empty()) text += "\n   Sumber: " + potong(satu.sumber, most);
        if (!satu.keterangan.empty()) text += "\n   Keterangan: " + potong(satu.keterangan, most);
    }
    return text;
}

// Both decisions for each item, as long as all of them fit into a list; more items are answered by
// number.
void tawarkan(Reply& reply, std::span<const BarisPutusan> baris) {
    if (2 * baris.size() > kMostRows) return;
    std::vector<ReplyButton> choices;
    for (const BarisPutusan& satu : baris) {
        const std::string item = potong(tulis_baris(satu), kRowDescription);
        choices.push_back(
            {fmt::format("Setujui {}", satu.nomor), fmt::format("setujui {}", satu.nomor), item}
        );
        choices.push_back(
            {fmt::format("Kembalikan {}", satu.nomor),
             fmt::format("kembalikan {}", satu.nomor),
             item}
        );
    }
    offer(reply, std::move(choices), "Pilih keputusan");
}

std::string isi(const BarisPutusan& baris) {
    return fmt::format("RHK {}: {}", baris.rhk, tulis_nilai(baris.nilai, baris.satuan));
}

}  // namespace

std::string tulis_baris(const BarisPutusan& baris) {
    return fmt::format("{} · {} · {}", baris.periode, baris.pemilik, isi(baris));
}

Reply digest(std::span<const BarisPutusan> baris) {
    Reply reply;
    reply.title = fmt::format("{} hal menunggu keputusan Anda", baris.size());
    reply.body = daftar(baris);
    if (baris.size() == 1) {
        reply.body += "\nBalas pesan ini: setuju, atau kembalikan: alasan";
        reply.buttons = {{"Setujui", "setujui 1"}, {"Kembalikan", "kembalikan 1"}};
        if (baris.front().bukti > 0) reply.buttons.push_back({"Lihat bukti", "bukti 1"});
    } else {
        reply.body += "\nBalas: setujui 1,2 · kembalikan 2: alasan · tinjau";
        reply.buttons = {{"Setujui semua", "setujui semua"}, {"Tinjau", "tinjau"}};
    }
    reply.parameters = {std::to_string(baris.size())};
    return reply;
}

Reply tidak_ada_yang_menunggu() {
    return {
        .title = "",
        .body = "Tidak ada yang menunggu keputusan Anda.",
        .buttons = {{"Menu", "menu"}},
    };
}

Reply hasil_putusan(const HasilPutusan& hasil) {
    Reply reply;
    const bool ada = !hasil.disetujui.empty() || !hasil.dikembalikan.empty();
    if (ada) reply.title = fmt::format("Tercatat · {}", hasil.kwitansi);
    const auto tambah = [&](std::string line) {
        if (!reply.body.empty()) reply.body += '\n';
        reply.body += line;
    };
    for (const BarisPutusan& satu : hasil.disetujui) tambah("Disetujui: " + tulis_baris(satu));
    for (const BarisPutusan& satu : hasil.dikembalikan)
        tambah("Dikembalikan: " + tulis_baris(satu));
    for (const std::string& sentence : hasil.ditolak) tambah(sentence);
    if (ada) {
        tambah("Pegawai diberi tahu setelah 10 menit; sampai saat itu dapat diurungkan.");
        reply.buttons = {
            {"Urungkan", fmt::format("urungkan {}", hasil.kwitansi)}, {"Menu", "menu"}};
    } else {
        reply.buttons = {{"Tinjau", "tinjau"}, {"Menu", "menu"}};
    }
    return reply;
}

Reply realisasi_disetujui(std::span<const BarisPutusan> baris, std::string_view oleh) {
    Reply reply;
    reply.title = "Realisasi disetujui";
    for (const BarisPutusan& satu : baris) {
        reply.body += fmt::format("{} · {}\n", satu.periode, isi(satu));
    }
    reply.body += fmt::format("Oleh: {}", oleh);
    reply.parameters = {baris.front().periode};
    reply.buttons = {{"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}};
    return reply;
}

Reply realisasi_dikembalikan(
    std::span<const BarisPutusan> baris, std::string_view oleh, std::string_view alasan
) {
    Reply reply;
    reply.title = "Realisasi dikembalikan";
    for (const BarisPutusan& satu : baris) {
        reply.body += fmt::format("{} · {}\n", satu.periode, isi(satu));
    }
    reply.body += fmt::format(
        "Alasan: {}\nOleh: {}\nPerbaiki lalu kirim lagi. Contoh: realisasi rhk {} {}",
        alasan,
        oleh,
        baris.front().rhk,
        tulis_nilai(baris.front().nilai, baris.front().satuan)
    );
    reply.parameters = {baris.front().periode};
    reply.buttons = {{"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}};
    return reply;
}

std::string sudah_berubah(const BarisPutusan& dilihat, domain::Kuantitas kini) {
    return fmt::format(
        "{} sudah berubah menjadi {} sejak daftar dikirim; tulis tinjau untuk melihat yang baru.",
        tulis_baris(dilihat),
        tulis_nilai(kini, dilihat.satuan)
    );
}

std::string sudah_diisi_ulang(const BarisPutusan& dilihat) {
    return fmt::format(
        "{} sudah diisi ulang sejak daftar dikirim, dengan sumber atau keterangan lain; tulis "
        "tinjau untuk melihat yang baru.",
        tulis_baris(dilihat)
    );
}

std::string sudah_diputus(const BarisPutusan& baris, domain::StatusRealisasi status) {
    return fmt::format("{} tidak menunggu lagi: {}.", tulis_baris(baris), domain::nama(status));
}

std::string bukan_wewenang(const BarisPutusan& baris) {
    return fmt::format("{} bukan wewenang Anda untuk diputuskan.", tulis_baris(baris));
}

Reply minta_alasan(std::span<const BarisPutusan> baris) {
    return {
        .title = "",
        .body = fmt::format(
            "Apa alasan mengembalikan ini? (5 sampai 500 huruf)\n{}\nContoh: bukti kurang jelas",
            daftar(baris)
        ),
        .buttons = {{"Batal", "batal"}},
    };
}

Reply nomor_tidak_ada(std::size_t banyak) {
    return {
        .title = "",
        .body = fmt::format(
            "Nomor itu tidak ada di daftar terakhir, yang berisi {}. Contoh: setujui 1",
            rentang_nomor("nomor", 1, banyak)
        ),
        .buttons = {{"Tinjau", "tinjau"}},
    };
}

Reply pilih_nomor(std::span<const BarisPutusan> baris) {
    Reply reply{
        .title = "Yang mana?",
        .body = daftar(baris) + "\nContoh: setujui 1 · kembalikan 1: alasan",
        .buttons = {},
    };
    tawarkan(reply, baris);
    return reply;
}

Reply tanya_maksud_putusan(std::span<const BarisPutusan> baris) {
    const int nomor = baris.front().nomor;
    Reply reply{
        .title = "",
        .body = fmt::format(
            "Keputusan harus ditulis tepat, jadi tidak ada yang saya ubah. Apa maksud Anda?\n{}\n"
            "Contoh: setujui {} · kembalikan {}: alasan",
            daftar(baris),
            nomor,
            nomor
        ),
        .buttons = {},
    };
    tawarkan(reply, baris);
    return reply;
}

Reply digest_baru(std::span<const BarisPutusan> baris) {
    return {
        .title = "Daftar baru saja diperbarui",
        .body = daftar(baris) + "\nPeriksa nomornya, lalu tulis lagi. Contoh: setujui 1",
        .buttons = {},
    };
}

Reply belum_boleh_memutus(std::string_view mulai) {
    return {
        .title = "",
        .body = fmt::format(
            "Alamat ini baru dihubungkan; keputusan dapat diberikan dari sini mulai {}. Sampai "
            "saat "
            "itu pakai alamat lama Anda.",
            mulai
        ),
        .buttons = {{"Menu", "menu"}},
    };
}

Reply bukan_pesan_keputusan() {
    return {
        .title = "",
        .body =
            "Pesan yang Anda balas tidak berisi hal yang dapat diputuskan. Tulis tinjau untuk "
            "melihat "
            "yang menunggu.",
        .buttons = {{"Tinjau", "tinjau"}},
    };
}

Reply teruskan_bukan_putusan() {
    return {
        .title = "",
        .body = "Pesan yang diteruskan tidak dihitung sebagai keputusan. Tulis sendiri: setujui 1",
        .buttons = {},
    };
}

}  // namespace bot
