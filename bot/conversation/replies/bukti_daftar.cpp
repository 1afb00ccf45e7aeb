#include <fmt/format.h>

#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/potong.hpp"

// Evidence that is shown: as a list, or one of it.
namespace bot {
namespace {

std::string jenis_dan_ukuran(const BarisBukti& baris) {
    switch (baris.simpan) {
        case domain::SimpanBukti::Diambil:
            return "sedang disimpan";
        case domain::SimpanBukti::Gagal:
            return "tidak tersimpan";
        case domain::SimpanBukti::Tersimpan:
            break;
    }
    if (!baris.tautan.empty()) return "tautan";
    return tulis_berkas(baris.tipe, baris.ukuran);
}

std::string tulis(const BarisBukti& baris) {
    std::string text = fmt::format("{}. {}", baris.nomor, baris.nama);
    if (!baris.aspek.empty()) text += fmt::format(" · {}", baris.aspek);
    return text +
           fmt::format(" · {} · {} · {}", jenis_dan_ukuran(baris), baris.tanggal, baris.kwitansi);
}

}  // namespace

Reply daftar_bukti(std::span<const DaftarBukti> daftar, std::string_view tambah) {
    Reply reply;
    for (const DaftarBukti& satu : daftar) {
        if (!reply.body.empty()) reply.body += '\n';
        reply.body += fmt::format("RHK {} · {}", satu.rhk, satu.periode);
        if (!satu.pemilik.empty()) reply.body += fmt::format(" · {}", satu.pemilik);
        for (const BarisBukti& baris : satu.baris) {
            reply.body += '\n' + tulis(baris);
            if (!baris.tautan.empty()) reply.body += '\n' + potong(baris.tautan, 300);
        }
    }
    const DaftarBukti& first = daftar.front();
    const int nomor = first.baris.front().nomor;
    reply.title = "Bukti dukung";
    if (first.pemilik.empty()) {
        reply.body += fmt::format(
            "\nBuka: bukti rhk {0} {1} · Hapus: hapus bukti rhk {0} {1}", first.rhk, nomor
        );
        reply.buttons.push_back(
            {fmt::format("Buka {}", nomor),
             fmt::format("bukti rhk {} {} nomor {}", first.rhk, first.periode, nomor)}
        );
        if (!tambah.empty()) reply.buttons.push_back({"Tambah bukti", std::string(tambah)});
    } else {
        reply.body += fmt::format("\nBuka: bukti {} rhk {} {}", first.pemilik, first.rhk, nomor);
    }
    reply.buttons.push_back({"Menu", "menu"});
    return reply;
}

Reply satu_bukti(const SatuBukti& bukti) {
    const BarisBukti& baris = bukti.baris;
    Reply reply;
    reply.title = fmt::format("Bukti {} · RHK {}", baris.nomor, bukti.rhk);
    reply.body = fmt::format("{}\n{}", baris.nama, bukti.periode);
    if (!bukti.pemilik.empty()) reply.body += fmt::format(" · {}", bukti.pemilik);
    reply.body +=
        fmt::format("\n{} · {} · {}", jenis_dan_ukuran(baris), baris.tanggal, baris.kwitansi);
    if (!baris.tautan.empty()) reply.body += '\n' + baris.tautan;
    const bool file = baris.tautan.empty() && baris.simpan == domain::SimpanBukti::Tersimpan;
    if (file) reply.berkas = ReplyFile{std::string(bukti.sha256), baris.nama, baris.tipe};
    if (bukti.pemilik.empty()) {
        reply.buttons.push_back(
            {"Daftar bukti", fmt::format("bukti rhk {} {}", bukti.rhk, bukti.periode)}
        );
    }
    reply.buttons.push_back({"Menu", "menu"});
    return reply;
}

Reply bukti_kosong(int rhk, std::string_view periode) {
    return {
        .title = "",
        .body = fmt::format(
            "Belum ada bukti{} untuk {}. Contoh: bukti rhk {} Laporan https://contoh.go.id/laporan",
            rhk > 0 ? fmt::format(" RHK {}", rhk) : "",
            periode,
            rhk > 0 ? rhk : 1
        ),
        .buttons =
            {{"Tambah bukti",
              rhk > 0 ? fmt::format("tambah bukti rhk {} {}", rhk, periode) : "tambah bukti"},
             {"Menu", "menu"}},
    };
}

Reply bawahan_mana(std::span<const std::string> nama) {
    Reply reply;
    reply.body = "Bukti siapa yang dimaksud?";
    for (const std::string& one : nama) reply.body += "\n- " + one;
    reply.body += fmt::format("\nContoh: bukti {}", nama.front());
    return reply;
}

}  // namespace bot
