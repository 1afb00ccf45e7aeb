#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/hasil.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/kuantitas.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace domain {

// DOMAIN.md section 5, Realisasi. Ditarik: taken back within the grace time, counts as not filled.
enum class StatusRealisasi { Tercatat, Diajukan, Disetujui, Dikembalikan, Ditarik };

std::string_view kode(StatusRealisasi status);  // "tercatat", …: database and exports
std::string_view nama(StatusRealisasi status);  // "Tercatat", …: for people
std::optional<StatusRealisasi> status_realisasi_dari(std::string_view kode);

// {masa_urung = 10 menit}.
inline constexpr std::chrono::minutes kMasaUrung{10};

// The realisasi of one indikator in one period. Plain value; versi counts from 1.
struct Realisasi {
    std::int64_t indikator_id = 0;
    std::int64_t periode_id = 0;
    Kuantitas nilai;
    std::string sumber{};
    std::string keterangan{};
    StatusRealisasi status = StatusRealisasi::Tercatat;
    int versi = 0;
    Instant sejak;  // of this version
};

// Whether something is filled in that counts.
bool terisi(const Realisasi& realisasi);

enum class CaraIsi { Tetapkan, Tambahkan };

struct Isian {
    CaraIsi cara = CaraIsi::Tetapkan;
    Kuantitas nilai;
    std::string sumber{};      // empty: stays as it was
    std::string keterangan{};  // empty: stays as it was
};

// {sumber_data t(250), keterangan m(500)} of DOMAIN.md section 5, in code points.
inline constexpr std::size_t kSumberMaks = 250;
inline constexpr std::size_t kKeteranganMaks = 500;

enum class PenolakanIsi {
    SkpBelumDisetujui,
    PeriodeBelumMulai,
    BatasLewat,
    NilaiTerlaluBesar,
    SumberTerlaluPanjang,
    KeteranganTerlaluPanjang
};

// Sets a realisasi or adds to it: SKP Persetujuan, period begun, Batas not past on the day on which
// the person wrote. `sekarang` is null if there is none yet. The result is the next version,
// Tercatat.
struct SyaratIsi {
    const Skp& skp;
    const Periode& periode;
    std::int64_t indikator_id;
    Tanggal hari_tulis;  // day of the message at the platform, in the zone of the unit
};
Result<Realisasi, PenolakanIsi> isi_realisasi(
    const SyaratIsi& syarat, const Realisasi* sekarang, const Isian& isian, Instant kini
);

enum class Putusan { Setujui, Kembalikan };
enum class PenolakanPutusan {
    ItemSendiri,
    BukanPenilai,
    VersiBerubah,
    TidakMenunggu,
    AlasanKurang
};

// {alasan m(500, at least 5)} of DOMAIN.md section 5, in code points.
inline constexpr std::size_t kAlasanMin = 5;
inline constexpr std::size_t kAlasanMaks = 500;

struct PermintaanPutusan {
    std::int64_t pemutus_id = 0;
    std::int64_t pemilik_id = 0;
    std::optional<std::int64_t> penilai_id;  // of the SKP, now
    int versi_dilihat = 0;
    Putusan putusan = Putusan::Setujui;
    std::string_view alasan;
};

// Decides one realisasi. A decision is bound to the person, the item and the version seen; nobody
// decides on his own item. The result is the next version, Disetujui or Dikembalikan.
Result<Realisasi, PenolakanPutusan> putuskan_realisasi(
    const Realisasi& sekarang, const PermintaanPutusan& permintaan, Instant kini
);

// Takes a version back by a new one that is as `sebelum` was; nothing before it (null): Ditarik.
Realisasi urungkan_realisasi(const Realisasi& sekarang, const Realisasi* sebelum, Instant kini);

}  // namespace domain
