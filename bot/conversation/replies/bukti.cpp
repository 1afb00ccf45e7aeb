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

}  // namespace

std::string tulis_ukuran(std::int64_t bytes) {
    constexpr std::int64_t kKilo = 1024;
    if (bytes < kKilo * kKilo)
        return fmt::format("{} kB", std::max<std::int64_t>(1, bytes / kKilo));
    const std::int64_t tenths = bytes * 10 / (kKilo * kKilo);
    return fmt::format("{},{} MB", tenths / 10, tenths % 10);
}

std::string tulis_berkas(std::string_view tipe, std::int64_t ukuran) {
    return fmt::format("{} {}", besar(tipe), tulis_ukuran(ukuran));
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
            reply.body += fmt::format("\n- {} · {}", nama, tulis_berkas(hasil.tipe, hasil.ukuran));
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
