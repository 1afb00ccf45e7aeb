#include "bot/conversation/replies/realisasi.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/tanggal.hpp"
#include "domain/teks.hpp"

namespace bot {
namespace {

// PLATFORMS.md section 4.2: a button of WhatsApp.
constexpr std::size_t kLabelMaks = 20;

std::string nama_aspek(const domain::Indikator& indikator) {
    return indikator.aspek ? std::string(domain::nama(*indikator.aspek)) : "Realisasi";
}

std::string baris(const BarisRealisasi& satu) {
    std::string text = fmt::format(
        "RHK {}: {}\n{}: {}",
        satu.rhk.nomor,
        satu.rhk.teks,
        nama_aspek(satu.indikator),
        tulis_nilai(satu.nilai, satu.indikator.satuan)
    );
    if (satu.sebelumnya) {
        text +=
            fmt::format(" (sebelumnya {})", tulis_nilai(*satu.sebelumnya, satu.indikator.satuan));
    }
    text += fmt::format(
        "\n{}: {} · Tahun: {}",
        tulis_periode(satu.periode),
        tulis_nilai(satu.nilai, satu.indikator.satuan),
        satu.setahun.text()
    );
    if (satu.indikator.target) {
        text += fmt::format(" dari {}", tulis_nilai(*satu.indikator.target, satu.indikator.satuan));
    }
    if (!satu.sumber.empty()) text += fmt::format("\nSumber: {}", potong(satu.sumber, 120));
    if (!satu.keterangan.empty()) {
        text += fmt::format("\nKeterangan: {}", potong(satu.keterangan, 120));
    }
    return text + '\n' + baris_bukti(satu.bukti, satu.bukti_diambil);
}

// The other open period (CONVERSATION.md section 3). Of a single row its button stands in the place of
// the menu, which is always a word away.
void tawarkan(
    Reply& reply, const BarisRealisasi& satu, const domain::Periode& lain, std::size_t banyak
) {
    std::string sasaran = fmt::format("realisasi rhk {}", satu.rhk.nomor);
    if (satu.rhk.indikator.size() > 1 && satu.indikator.aspek) {
        sasaran += fmt::format(" {}", domain::kode(*satu.indikator.aspek));
    }
    const std::string perintah = fmt::format("{} {} {}", sasaran, satu.nilai.text(), lain.nama);
    reply.body += fmt::format("\n{} juga terbuka. Contoh: {}", tulis_periode(lain), perintah);
    const std::string label = "Untuk " + lain.nama;
    if (banyak > 1 || domain::code_points(label) > kLabelMaks) return;
    reply.buttons.back() = {label, fmt::format("{} {}", perintah, lain.tahun)};
}

}  // namespace

std::string tulis_nilai(domain::Kuantitas nilai, std::string_view satuan) {
    if (satuan.empty()) return nilai.text();
    return satuan == "%" ? nilai.text() + "%" : fmt::format("{} {}", nilai.text(), satuan);
}

std::string tulis_periode(const domain::Periode& periode) {
    return fmt::format("{} {}", periode.nama, periode.tahun);
}

Reply kartu_realisasi(const KartuRealisasi& kartu) {
    Reply reply;
    reply.title = fmt::format("Tercatat · {}", kartu.kwitansi);
    for (const BarisRealisasi& satu : kartu.baris) {
        if (!reply.body.empty()) reply.body += '\n';
        reply.body += baris(satu);
    }
    const BarisRealisasi& only = kartu.baris.front();
    const bool none = kartu.baris.size() == 1 && only.bukti + only.bukti_diambil == 0;
    if (none) reply.body += ". Kirim foto, dokumen, atau tautan.";
    reply.body += fmt::format(
        "\nBatas: {}",
        tulis_batas(kartu.kalender, kartu.baris.front().periode.batas, kartu.hari_ini)
    );
    // Several have no one button; their files say in their words what they are for.
    if (kartu.baris.size() == 1) {
        reply.buttons.push_back(
            {"Tambah bukti", perintah_tambah_bukti({only.rhk, only.indikator, only.periode})}
        );
    }
    reply.buttons.push_back({"Urungkan", fmt::format("urungkan {}", kartu.kwitansi)});
    reply.buttons.push_back({"Menu", "menu"});
    if (kartu.periode_lain != nullptr) tawarkan(reply, only, *kartu.periode_lain, kartu.baris.size());
    return reply;
}

Reply konfirmasi_realisasi(std::span<const BarisKonfirmasi> baris) {
    const domain::Periode& first = baris.front().periode;
    const bool one_period = std::ranges::all_of(baris, [&](const BarisKonfirmasi& satu) {
        return satu.periode.id == first.id;
    });
    Reply reply;
    reply.title = fmt::format("{} realisasi", baris.size());
    if (one_period) reply.title += " untuk " + tulis_periode(first);
    int nomor = 1;
    for (const BarisKonfirmasi& satu : baris) {
        if (nomor > 1) reply.body += '\n';
        reply.body += fmt::format(
            "{}. RHK {} {}: {}{}{}",
            nomor++,
            satu.rhk.nomor,
            nama_aspek(satu.indikator),
            satu.cara == CaraIsi::Tambahkan ? "tambah " : "",
            tulis_nilai(satu.nilai, satu.indikator.satuan),
            one_period ? "" : " (" + tulis_periode(satu.periode) + ")"
        );
        if (!satu.sumber.empty()) reply.body += fmt::format(" · {}", potong(satu.sumber, 60));
        if (!satu.keterangan.empty()) {
            reply.body += fmt::format(" · ket.: {}", potong(satu.keterangan, 60));
        }
    }
    // The example names a line that is there.
    reply.body += fmt::format(
        "\n{1} Perbaiki dengan \"{0} jadi 15\" atau \"hapus {0}\".",
        baris.size() > 1 ? 2 : 1,
        baris.size() > 1 ? "Simpan semua?" : "Simpan?"
    );
    reply.buttons = {{"Simpan", "simpan"}, {"Batal", "batal"}};
    return reply;
}

}  // namespace bot
