#include "bot/conversation/replies/bukti.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {
namespace {

std::string besar(std::string_view word) {
    std::string upper(word);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

std::string baris_sasaran(const SasaranBukti& sasaran) {
    std::string text = fmt::format("RHK {}: {}\n", sasaran.rhk.nomor, sasaran.rhk.teks);
    if (sasaran.rhk.indikator.size() > 1 && sasaran.indikator.aspek) {
        text += fmt::format("{} · ", domain::nama(*sasaran.indikator.aspek));
    }
    return text + tulis_periode(sasaran.periode);
}

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
    return fmt::format("{} {}", besar(baris.tipe), tulis_ukuran(baris.ukuran));
}

std::string tulis(const BarisBukti& baris) {
    std::string text = fmt::format("{}. {}", baris.nomor, baris.nama);
    if (!baris.aspek.empty()) text += fmt::format(" · {}", baris.aspek);
    return text +
           fmt::format(" · {} · {} · {}", jenis_dan_ukuran(baris), baris.tanggal, baris.kwitansi);
}

Reply satu_kalimat(std::string text) {
    return {.title = "", .body = std::move(text), .buttons = {{"Menu", "menu"}}};
}

}  // namespace

std::string tulis_ukuran(std::int64_t bytes) {
    constexpr std::int64_t kKilo = 1024;
    if (bytes < kKilo * kKilo)
        return fmt::format("{} kB", std::max<std::int64_t>(1, bytes / kKilo));
    const std::int64_t tenths = bytes * 10 / (kKilo * kKilo);
    return fmt::format("{},{} MB", tenths / 10, tenths % 10);
}

std::string baris_bukti(int tersimpan, int diambil) {
    if (tersimpan == 0 && diambil == 0) {
        return "Bukti: belum ada";
    }
    if (diambil == 0) return fmt::format("Bukti: {}", tersimpan);
    if (tersimpan == 0) return fmt::format("Bukti: {} sedang disimpan", diambil);
    return fmt::format("Bukti: {}, {} sedang disimpan", tersimpan, diambil);
}

std::string perintah_tambah_bukti(const SasaranBukti& sasaran) {
    std::string command = fmt::format("tambah bukti rhk {}", sasaran.rhk.nomor);
    if (sasaran.rhk.indikator.size() > 1 && sasaran.indikator.aspek) {
        command += fmt::format(" {}", domain::kode(*sasaran.indikator.aspek));
    }
    return command + " " + tulis_periode(sasaran.periode);
}

Reply bukti_disimpan(
    std::string_view kwitansi, const SasaranBukti& sasaran, std::span<const std::string> nama
) {
    Reply reply;
    reply.title = fmt::format("Bukti sedang disimpan · {}", kwitansi);
    reply.body = baris_sasaran(sasaran);
    for (const std::string& one : nama) reply.body += fmt::format("\n- {}", potong(one, 80));
    reply.body += "\nAnda diberi tahu begitu tersimpan.";
    reply.buttons = {{"Urungkan", fmt::format("urungkan {}", kwitansi)}, {"Menu", "menu"}};
    return reply;
}

Reply tautan_tersimpan(
    std::string_view kwitansi,
    const SasaranBukti& sasaran,
    const domain::BuktiDukung& bukti,
    int banyak
) {
    Reply reply;
    reply.title = fmt::format("Bukti tersimpan · {}", kwitansi);
    reply.body = fmt::format(
        "{}\n{}. {}\n{}\nBukti: {}",
        baris_sasaran(sasaran),
        bukti.nomor,
        bukti.nama,
        bukti.tautan,
        banyak
    );
    reply.buttons = {
        {"Tambah bukti", perintah_tambah_bukti(sasaran)},
        {"Urungkan", fmt::format("urungkan {}", kwitansi)},
        {"Menu", "menu"}};
    return reply;
}

Reply kabar_bukti(const KabarBukti& kabar) {
    const auto stored = std::ranges::count_if(kabar.hasil, [](const HasilBukti& hasil) {
        return hasil.sebab.empty();
    });
    Reply reply;
    reply.title = fmt::format(
        "{} · {}", stored > 0 ? "Bukti tersimpan" : "Bukti tidak tersimpan", kabar.kwitansi
    );
    reply.body = fmt::format("RHK {}: {}\n", kabar.rhk, kabar.rhk_teks);
    if (!kabar.aspek.empty()) reply.body += fmt::format("{} · ", kabar.aspek);
    reply.body += kabar.periode;
    for (const HasilBukti& hasil : kabar.hasil) {
        const std::string nama = potong(hasil.nama, 80);
        if (hasil.sebab.empty()) {
            reply.body +=
                fmt::format("\n- {} · {} {}", nama, besar(hasil.tipe), tulis_ukuran(hasil.ukuran));
        } else {
            reply.body += fmt::format("\n- {}: tidak tersimpan. {}", nama, hasil.sebab);
        }
    }
    reply.body += fmt::format("\nBukti: {}", kabar.banyak);
    reply.buttons = {{"Lihat bukti", fmt::format("bukti rhk {} {}", kabar.rhk, kabar.periode)}};
    if (stored > 0) {
        reply.buttons.push_back({"Urungkan", fmt::format("urungkan {}", kabar.kwitansi)});
    }
    reply.buttons.push_back({"Menu", "menu"});
    return reply;
}

std::string_view sebab_hilang() {
    return "Berkasnya sudah tidak ada di aplikasi chat; pilih lagi dari galeri dan kirim ulang.";
}
std::string_view sebab_terlalu_besar() {
    return "Berkas paling besar 20 MB; perkecil, atau kirim tautannya.";
}
std::string_view sebab_jenis() {
    return "Isinya bukan JPG, PNG, PDF, DOCX, XLSX, atau PPTX; ubah ke PDF, atau kirim tautannya.";
}
std::string_view sebab_kosong() {
    return "Berkasnya kosong; periksa, lalu kirim ulang.";
}
std::string_view sebab_waktu_habis() {
    return "Sehari penuh dicoba tanpa hasil; kirim ulang, atau kirim tautannya.";
}

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

Reply bukti_dihapus(std::string_view kwitansi, const SatuBukti& bukti) {
    Reply reply;
    reply.title = fmt::format("Bukti dihapus · {}", kwitansi);
    reply.body = fmt::format(
        "RHK {} · {}\n{}. {}\nDalam 10 menit masih dapat diurungkan.",
        bukti.rhk,
        bukti.periode,
        bukti.baris.nomor,
        bukti.baris.nama
    );
    reply.buttons = {{"Urungkan", fmt::format("urungkan {}", kwitansi)}, {"Menu", "menu"}};
    return reply;
}

Reply minta_bukti(const SasaranBukti& sasaran) {
    return {
        .title = "",
        .body = fmt::format(
            "Kirim foto, dokumen, atau tautan bukti untuk RHK {} ({}), {}.\n"
            "Berkas: JPG, PNG, PDF, DOCX, XLSX, PPTX, paling besar 20 MB.",
            sasaran.rhk.nomor,
            potong(sasaran.rhk.teks, 120),
            tulis_periode(sasaran.periode)
        ),
        .buttons = {{"Batal", "batal"}},
    };
}

Reply tanya_rhk_bukti(std::span<const domain::Rhk* const> pilihan, std::size_t berkas) {
    Reply reply = tanya_rhk(pilihan);
    if (berkas > 1) reply.body = fmt::format("{} berkas menunggu. ", berkas) + reply.body;
    return reply;
}

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

Reply bawahan_mana(std::span<const std::string> nama) {
    Reply reply;
    reply.body = "Bukti siapa yang dimaksud?";
    for (const std::string& one : nama) reply.body += "\n- " + one;
    reply.body += fmt::format("\nContoh: bukti {}", nama.front());
    return reply;
}

std::string tautan_tidak_ikut(int rhk) {
    return fmt::format(
        "\nTautan dalam keterangannya tidak ikut disimpan; kirim tersendiri. Contoh: bukti rhk {} "
        "https://contoh.go.id/laporan",
        rhk
    );
}

std::string berkas_tidak_ikut() {
    return "\nBerkasnya belum disimpan; kirim lagi sebagai balasan kartu realisasinya.";
}

}  // namespace bot
