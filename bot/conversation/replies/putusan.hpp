#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/reply.hpp"
#include "domain/kuantitas.hpp"
#include "domain/pelaksanaan/realisasi.hpp"

namespace bot {

// A realisasi in a digest or an answer to a decision.
struct BarisPutusan {
    int nomor = 0;
    std::string pemilik, periode;  // "Triwulan I 2026"
    int rhk = 0;
    domain::Kuantitas nilai;
    std::string satuan;
    std::string sumber{}, keterangan{};  // as the pegawai wrote them; empty: none
    int bukti = 0;                       // in the store
};

// The digest of CONVERSATION.md section 5.
Reply digest(std::span<const BarisPutusan> baris);
Reply tidak_ada_yang_menunggu();

struct HasilPutusan {
    std::string_view kwitansi;
    std::vector<BarisPutusan> disetujui, dikembalikan;
    std::vector<std::string> ditolak;  // sentences: what was not decided, and why
};
Reply hasil_putusan(const HasilPutusan& hasil);

// To the pegawai.
Reply realisasi_disetujui(std::span<const BarisPutusan> baris, std::string_view oleh);
Reply realisasi_dikembalikan(
    std::span<const BarisPutusan> baris, std::string_view oleh, std::string_view alasan
);

// Sentences about one item.
std::string tulis_baris(const BarisPutusan& baris);
std::string sudah_berubah(const BarisPutusan& dilihat, domain::Kuantitas kini);
std::string sudah_diisi_ulang(const BarisPutusan& dilihat);
std::string sudah_diputus(const BarisPutusan& baris, domain::StatusRealisasi status);
std::string bukan_wewenang(const BarisPutusan& baris);

Reply minta_alasan(std::span<const BarisPutusan> baris);
Reply nomor_tidak_ada(std::size_t banyak);
Reply pilih_nomor(std::span<const BarisPutusan> baris);
// A decision word with a typo: asked, never guessed.
Reply tanya_maksud_putusan(std::span<const BarisPutusan> baris);
Reply digest_baru(std::span<const BarisPutusan> baris);
Reply belum_boleh_memutus(std::string_view mulai);
Reply bukan_pesan_keputusan();
Reply teruskan_bukan_putusan();

}  // namespace bot
