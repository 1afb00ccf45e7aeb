#include "bot/conversation/replies/realisasi.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bot/conversation/replies/tanggal.hpp"

namespace bot {
namespace {

std::string nama_aspek(const domain::Indikator& indikator) {
    return indikator.aspek ? std::string(domain::nama(*indikator.aspek)) : "Realisasi";
}

std::string potong(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t end = most - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
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
    return text;
}

// An example that works for this SKP: its last RHK and that one's unit.
std::string contoh(const domain::Skp& skp) {
    const domain::Rhk& rhk = skp.rhk.back();
    const std::string satuan = rhk.indikator.empty() ? "" : rhk.indikator.front().satuan;
    return fmt::format("realisasi rhk {} 2 {}", rhk.nomor, satuan);
}

Reply kalimat(std::string text) {
    return {.title = "", .body = std::move(text), .buttons = {}};
}

constexpr std::size_t kMostButtons = 3;

void add_choice(Reply& reply, const domain::Rhk& rhk) {
    if (reply.buttons.size() == kMostButtons) return;
    reply.buttons.push_back({fmt::format("RHK {}", rhk.nomor), fmt::format("rhk {}", rhk.nomor)});
}

// As people write it, but never with two readings: "1,125" may also be thousands, "1,1250" not.
std::string tulis_tegas(domain::Kuantitas nilai) {
    const std::string text = nilai.text();
    const std::size_t comma = text.find(',');
    const bool doubtful = comma != text.npos && text.size() - comma == 4 && comma <= 3;
    return doubtful ? text + "0" : text;
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
    reply.body += fmt::format(
        "\nBatas: {}",
        tulis_batas(kartu.kalender, kartu.baris.front().periode.batas, kartu.hari_ini)
    );
    if (kartu.ada_keterangan) {
        reply.body +=
            "\nKeterangan belum dapat disimpan di versi ini; yang disimpan angka dan sumber.";
    }
    reply.buttons.push_back({"Urungkan", fmt::format("urungkan {}", kartu.kwitansi)});
    if (kartu.periode_lain != nullptr) {
        reply.body += fmt::format(
            "\nUntuk {} tulis nama triwulannya. Contoh: realisasi rhk {} {} {}",
            tulis_periode(*kartu.periode_lain),
            kartu.baris.front().rhk.nomor,
            kartu.baris.front().nilai.text(),
            kartu.periode_lain->nama
        );
    }
    reply.buttons.push_back({"Menu", "menu"});
    return reply;
}

Reply tanya_rhk(std::span<const domain::Rhk* const> pilihan) {
    Reply reply;
    reply.body = "Untuk RHK yang mana?";
    for (const domain::Rhk* rhk : pilihan) {
        reply.body += fmt::format("\n{}. {}", rhk->nomor, potong(rhk->teks, 120));
        add_choice(reply, *rhk);
    }
    reply.body += "\nBalas dengan nomornya, atau batal.";
    return reply;
}

Reply rhk_tidak_dikenal(std::string_view teks, std::span<const domain::Rhk* const> pilihan) {
    Reply reply = tanya_rhk(pilihan);
    reply.body =
        fmt::format("Tidak ada RHK Anda yang memuat \"{}\". ", potong(teks, 80)) + reply.body;
    return reply;
}

Reply tanya_aspek(const domain::Rhk& rhk) {
    Reply reply;
    reply.body = fmt::format("RHK {} punya beberapa indikator. Aspek yang mana?", rhk.nomor);
    for (const domain::Indikator& indikator : rhk.indikator) {
        if (!indikator.aspek) continue;
        const std::string nama(domain::nama(*indikator.aspek));
        reply.body += fmt::format("\n- {}: {}", nama, potong(indikator.teks, 120));
        if (reply.buttons.size() < 3) {
            reply.buttons.push_back({nama, std::string(domain::kode(*indikator.aspek))});
        }
    }
    reply.body += "\nBalas dengan nama aspeknya, atau batal.";
    return reply;
}

Reply tanya_nilai(const domain::Rhk& rhk, const domain::Indikator& indikator) {
    return kalimat(fmt::format(
        "Berapa realisasi RHK {} ({})? Contoh: {}",
        rhk.nomor,
        potong(rhk.teks, 120),
        tulis_nilai(
            *domain::Kuantitas::from_scaled(3 * domain::Kuantitas::kScale), indikator.satuan
        )
    ));
}

Reply tanya_nilai_ganda(const NilaiGanda& ganda, int rhk) {
    const std::string first = tulis_tegas(ganda.pertama), second = tulis_tegas(ganda.kedua);
    return {
        .title = "",
        .body = fmt::format(
            "Angka \"{}\" untuk RHK {} dapat dibaca dua cara. Yang mana: {} atau {}?",
            potong(ganda.tertulis, 40),
            rhk,
            first,
            second
        ),
        .buttons = {{first, first}, {second, second}},
    };
}

Reply tanya_perbaikan_ganda(const NilaiGanda& ganda, int nomor) {
    const std::string first = tulis_tegas(ganda.pertama), second = tulis_tegas(ganda.kedua);
    return {
        .title = "",
        .body = fmt::format(
            "Angka \"{}\" untuk nomor {} dapat dibaca dua cara. Contoh: {} jadi {}, atau {} jadi "
            "{}",
            potong(ganda.tertulis, 40),
            nomor,
            nomor,
            first,
            nomor,
            second
        ),
        .buttons =
            {{first, fmt::format("{} jadi {}", nomor, first)},
             {second, fmt::format("{} jadi {}", nomor, second)}},
    };
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
    }
    // The example names a line that is there.
    reply.body += fmt::format(
        "\nSimpan semua? Perbaiki dengan \"{0} jadi 15\" atau \"hapus {0}\".",
        baris.size() > 1 ? 2 : 1
    );
    reply.buttons = {{"Simpan", "simpan"}, {"Batal", "batal"}};
    return reply;
}

Reply rhk_tidak_ada(std::string_view disebut, const domain::Skp& skp) {
    if (skp.rhk.empty()) {
        return kalimat(fmt::format(
            "SKP {} Anda belum punya RHK, jadi realisasi belum dapat diisi. Tulis skp untuk "
            "melihatnya.",
            skp.tahun
        ));
    }
    Reply reply = kalimat(fmt::format(
        "{} tidak ada; SKP Anda punya RHK {} sampai {}. Contoh: {}",
        disebut,
        skp.rhk.front().nomor,
        skp.rhk.back().nomor,
        contoh(skp)
    ));
    for (const domain::Rhk& rhk : skp.rhk) add_choice(reply, rhk);
    return reply;
}

Reply satuan_lain(const domain::Rhk& rhk, std::string_view disebut) {
    const std::string satuan = rhk.indikator.empty() ? "" : rhk.indikator.front().satuan;
    return kalimat(fmt::format(
        "RHK {} dihitung dalam {}, bukan {}. Contoh: realisasi rhk {} 3 {}",
        rhk.nomor,
        satuan,
        disebut,
        rhk.nomor,
        satuan
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
        "RHK {} tidak punya indikator {}; yang ada: {}. Contoh: realisasi rhk {} 3",
        rhk.nomor,
        domain::nama(aspek),
        ada,
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
    return kalimat(
        fmt::format("Nomor itu tidak ada; daftarnya 1 sampai {}. Contoh: 1 jadi 3", banyak)
    );
}

}  // namespace bot
