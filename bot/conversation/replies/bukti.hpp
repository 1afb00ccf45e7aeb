#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/reply.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/pelaksanaan/bukti.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace bot {

// What an evidence is for, as cards name it.
struct SasaranBukti {
    const domain::Rhk& rhk;
    const domain::Indikator& indikator;
    const domain::Periode& periode;
};

// "Bukti: 2, 1 sedang disimpan"; "Bukti: belum ada" if there is none.
std::string baris_bukti(int tersimpan, int diambil);

// The command of the button that adds to exactly this indikator and period.
std::string perintah_tambah_bukti(const SasaranBukti& sasaran);

// Files are on their way into the store; `nama` has one entry per file.
Reply bukti_disimpan(
    std::string_view kwitansi, const SasaranBukti& sasaran, std::span<const std::string> nama
);
Reply tautan_tersimpan(
    std::string_view kwitansi,
    const SasaranBukti& sasaran,
    const domain::BuktiDukung& bukti,
    int banyak
);

// What became of the files of one receipt: when none of them is under way any more.
struct HasilBukti {
    std::string nama;
    std::string tipe;  // "pdf"
    std::int64_t ukuran = 0;
    std::string_view sebab{};  // empty: it is stored; else a sentence
};
struct KabarBukti {
    std::string_view kwitansi;
    int rhk = 0;
    std::string_view rhk_teks, aspek, periode;  // "Triwulan I 2026"
    std::vector<HasilBukti> hasil;
    int banyak = 0;  // in the store, of this indikator and period
};
Reply kabar_bukti(const KabarBukti& kabar);
// Sentences for it.
std::string_view sebab_hilang();
std::string_view sebab_terlalu_besar();
std::string_view sebab_jenis();
std::string_view sebab_kosong();
std::string_view sebab_waktu_habis();

// One line of a list.
struct BarisBukti {
    int nomor = 0;
    std::string nama, tautan, tipe, tanggal, kwitansi;
    std::int64_t ukuran = 0;
    domain::SimpanBukti simpan = domain::SimpanBukti::Tersimpan;
    std::string aspek;  // empty: the RHK has one indikator
};
struct DaftarBukti {
    int rhk = 0;
    std::string_view periode;
    std::string_view pemilik;  // empty: the reader's own
    std::vector<BarisBukti> baris;
};
// `tambah` is the command of the button; empty: none.
Reply daftar_bukti(std::span<const DaftarBukti> daftar, std::string_view tambah);

// One evidence: its file, or its link.
struct SatuBukti {
    int rhk = 0;
    std::string_view periode, pemilik;
    BarisBukti baris;
    std::string_view sha256;
};
Reply satu_bukti(const SatuBukti& bukti);

Reply bukti_dihapus(std::string_view kwitansi, const SatuBukti& bukti);

// Questions and refusals.
Reply minta_bukti(const SasaranBukti& sasaran);
Reply tanya_rhk_bukti(std::span<const domain::Rhk* const> pilihan, std::size_t berkas);
Reply tautan_ditolak(domain::PenolakanTautan reason);
Reply bukti_terlalu_banyak(const domain::Rhk& rhk);
Reply berkas_terlalu_besar();
Reply berkas_jenis_lain();
Reply bukti_kosong(int rhk, std::string_view periode);
Reply bukti_nomor_tidak_ada(int nomor, int rhk, std::string_view periode);
Reply hapus_bukti_nomor_berapa();
Reply bukti_bawahan_tidak_ada(std::string_view siapa);
Reply bawahan_mana(std::span<const std::string> nama);
// Behind a realisasi whose words came with a file that could not be added to it.
std::string berkas_tidak_ikut();
// Behind a file whose words held a link too.
std::string tautan_tidak_ikut(int rhk);

// "1,2 MB", "340 kB"; and of a file of that type: "PDF 340 kB".
std::string tulis_ukuran(std::int64_t bytes);
std::string tulis_berkas(std::string_view tipe, std::int64_t ukuran);

}  // namespace bot
