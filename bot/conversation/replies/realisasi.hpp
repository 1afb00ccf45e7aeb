#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/reply.hpp"
#include "domain/kalender/hari_kerja.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace bot {

// One realisasi as it was saved, with what the card shows beside it.
struct BarisRealisasi {
    const domain::Rhk& rhk;
    const domain::Indikator& indikator;
    const domain::Periode& periode;
    domain::Kuantitas nilai;
    std::optional<domain::Kuantitas> sebelumnya;  // nothing: it was empty
    domain::Kuantitas setahun;
    std::string_view sumber{}, keterangan{};  // empty: none
    int bukti = 0;                            // in the store
    int bukti_diambil = 0;                    // on the way there
};

struct KartuRealisasi {
    std::string_view kwitansi;
    std::vector<BarisRealisasi> baris;  // of one period
    const domain::KalenderKerja& kalender;
    domain::Tanggal hari_ini;
    const domain::Periode* periode_lain = nullptr;  // open too
};
Reply kartu_realisasi(const KartuRealisasi& kartu);

// "3 Laporan"
std::string tulis_nilai(domain::Kuantitas nilai, std::string_view satuan);
// "Triwulan I 2026"
std::string tulis_periode(const domain::Periode& periode);

// Questions of the form and the numbered confirmation.
Reply tanya_rhk(std::span<const domain::Rhk* const> pilihan);
Reply rhk_tidak_dikenal(std::string_view teks, std::span<const domain::Rhk* const> pilihan);
Reply tanya_aspek(const domain::Rhk& rhk);
Reply tanya_nilai(const domain::Rhk& rhk, const domain::Indikator& indikator);
Reply tanya_nilai_ganda(const NilaiGanda& ganda, int rhk);

struct BarisKonfirmasi {
    const domain::Rhk& rhk;
    const domain::Indikator& indikator;
    const domain::Periode& periode;
    domain::Kuantitas nilai;
    CaraIsi cara;
    std::string_view sumber{}, keterangan{};
};
Reply konfirmasi_realisasi(std::span<const BarisKonfirmasi> baris);
// "2 jadi 1.25": asked back with both readings.
Reply tanya_perbaikan_ganda(const NilaiGanda& ganda, int nomor);

// Refusals: what was wrong and a line that would work.
Reply rhk_tidak_ada(std::string_view disebut, const domain::Skp& skp);
Reply satuan_lain(const domain::Rhk& rhk, std::string_view disebut);
Reply aspek_tidak_ada(const domain::Rhk& rhk, domain::Aspek aspek);
Reply skp_tidak_ada(int tahun);
Reply skp_belum_disetujui(const domain::Skp& skp);
Reply tidak_ada_periode_terbuka();
Reply periode_tidak_ada();
Reply periode_belum_mulai(const domain::Periode& periode);
Reply batas_lewat(const domain::Periode& periode);
Reply nilai_terlalu_besar();
// `paling_banyak` in characters.
Reply teks_terlalu_panjang(std::string_view apa, std::size_t paling_banyak);
Reply belum_kualitatif();
// Lines of the same message that say something else; the empty text if there are none.
std::string baris_tak_dipahami(std::span<const std::string> baris);
Reply nomor_butir_tidak_ada(std::size_t banyak);

}  // namespace bot
