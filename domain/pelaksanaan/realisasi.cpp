#include "domain/pelaksanaan/realisasi.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "domain/teks.hpp"

namespace domain {
namespace {

struct Kata {
    StatusRealisasi status;
    std::string_view kode, nama;
};
constexpr std::array<Kata, 5> kKata{{
    {StatusRealisasi::Tercatat, "tercatat", "Tercatat"},
    {StatusRealisasi::Diajukan, "diajukan", "Diajukan"},
    {StatusRealisasi::Disetujui, "disetujui", "Disetujui"},
    {StatusRealisasi::Dikembalikan, "dikembalikan", "Dikembalikan"},
    {StatusRealisasi::Ditarik, "ditarik", "Ditarik"},
}};

const Kata& kata(StatusRealisasi status) {
    const auto found = std::ranges::find(kKata, status, &Kata::status);
    if (found == kKata.end()) std::abort();
    return *found;
}

}  // namespace

std::string_view kode(StatusRealisasi status) {
    return kata(status).kode;
}
std::string_view nama(StatusRealisasi status) {
    return kata(status).nama;
}

std::optional<StatusRealisasi> status_realisasi_dari(std::string_view kode) {
    const auto found = std::ranges::find(kKata, kode, &Kata::kode);
    if (found == kKata.end()) return std::nullopt;
    return found->status;
}

bool terisi(const Realisasi& realisasi) {
    return realisasi.status != StatusRealisasi::Ditarik;
}

Result<Realisasi, PenolakanIsi> isi_realisasi(
    const SyaratIsi& syarat, const Realisasi* sekarang, const Isian& isian, Instant kini
) {
    if (syarat.skp.status != StatusSkp::Persetujuan) {
        return Failure{PenolakanIsi::SkpBelumDisetujui};
    }
    if (syarat.hari_tulis < syarat.periode.awal) return Failure{PenolakanIsi::PeriodeBelumMulai};
    if (syarat.hari_tulis > syarat.periode.batas) return Failure{PenolakanIsi::BatasLewat};
    if (code_points(isian.sumber) > kSumberMaks) return Failure{PenolakanIsi::SumberTerlaluPanjang};
    if (code_points(isian.keterangan) > kKeteranganMaks) {
        return Failure{PenolakanIsi::KeteranganTerlaluPanjang};
    }

    Realisasi baru{
        .indikator_id = syarat.indikator_id,
        .periode_id = syarat.periode.id,
        .nilai = isian.nilai,
        .sumber = isian.sumber,
        .keterangan = isian.keterangan,
        .status = StatusRealisasi::Tercatat,
        .versi = 1,
        .sejak = kini,
    };
    if (sekarang == nullptr) return baru;
    baru.versi = sekarang->versi + 1;
    if (isian.sumber.empty()) baru.sumber = sekarang->sumber;
    if (isian.keterangan.empty()) baru.keterangan = sekarang->keterangan;
    if (isian.cara == CaraIsi::Tambahkan && terisi(*sekarang)) {
        const auto sum = sekarang->nilai.plus(isian.nilai);
        if (!sum) return Failure{PenolakanIsi::NilaiTerlaluBesar};
        baru.nilai = *sum;
    }
    return baru;
}

Result<Realisasi, PenolakanPutusan> putuskan_realisasi(
    const Realisasi& sekarang, const PermintaanPutusan& permintaan, Instant kini
) {
    if (permintaan.pemutus_id == permintaan.pemilik_id) {
        return Failure{PenolakanPutusan::ItemSendiri};
    }
    if (permintaan.penilai_id != permintaan.pemutus_id) {
        return Failure{PenolakanPutusan::BukanPenilai};
    }
    if (sekarang.versi != permintaan.versi_dilihat) return Failure{PenolakanPutusan::VersiBerubah};
    const bool kembalikan = permintaan.putusan == Putusan::Kembalikan;
    const bool menunggu = sekarang.status == StatusRealisasi::Diajukan ||
                          (kembalikan && sekarang.status == StatusRealisasi::Disetujui);
    if (!menunggu) return Failure{PenolakanPutusan::TidakMenunggu};
    const std::size_t panjang = code_points(permintaan.alasan);
    if (kembalikan && (panjang < kAlasanMin || panjang > kAlasanMaks)) {
        return Failure{PenolakanPutusan::AlasanKurang};
    }
    Realisasi baru = sekarang;
    baru.status = kembalikan ? StatusRealisasi::Dikembalikan : StatusRealisasi::Disetujui;
    baru.versi = sekarang.versi + 1;
    baru.sejak = kini;
    return baru;
}

Realisasi urungkan_realisasi(const Realisasi& sekarang, const Realisasi* sebelum, Instant kini) {
    Realisasi baru = sebelum != nullptr ? *sebelum : sekarang;
    if (sebelum == nullptr) baru.status = StatusRealisasi::Ditarik;
    baru.versi = sekarang.versi + 1;
    baru.sejak = kini;
    return baru;
}

}  // namespace domain
