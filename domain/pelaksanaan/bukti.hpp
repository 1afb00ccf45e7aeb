#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/pelaksanaan/realisasi.hpp"

namespace domain {

// What the owner wants with an evidence: it counts, or he has taken it away.
enum class StatusBukti { Ada, Dihapus };
// Where its content is: on its way into the store, there, or lost. A link is there at once.
enum class SimpanBukti { Diambil, Tersimpan, Gagal };

std::string_view kode(StatusBukti status);
std::string_view kode(SimpanBukti simpan);
std::optional<StatusBukti> status_bukti_dari(std::string_view kode);
std::optional<SimpanBukti> simpan_bukti_dari(std::string_view kode);

// {bukti_maks = 20} per indikator and period, {bukti_maks_mb = 20} (DOMAIN.md section 13).
inline constexpr std::size_t kBuktiMaks = 20;
inline constexpr std::int64_t kBuktiMaksByte = std::int64_t{20} * 1024 * 1024;
// DOMAIN.md section 4, bukti dukung; in code points.
inline constexpr std::size_t kNamaBuktiMaks = 150;
inline constexpr std::size_t kTautanMaks = 2048;

// One evidence of an indikator in a period: a file by its SHA-256, or a link. Plain value; `nomor`
// counts from 1 within the RHK and period and never changes; `versi` counts the owner's decisions.
struct BuktiDukung {
    std::int64_t id = 0;  // 0: not kept yet
    std::int64_t indikator_id = 0;
    std::int64_t periode_id = 0;
    int nomor = 0;
    std::string nama;
    std::string tautan;  // empty: a file
    std::string sha256;  // 64 hexadecimal digits; empty until the file is in the store
    std::string tipe;    // "pdf", of the content; empty likewise
    std::int64_t ukuran = 0;
    StatusBukti status = StatusBukti::Ada;
    SimpanBukti simpan = SimpanBukti::Diambil;
    int versi = 1;
    Instant pada;          // when it was sent
    std::string kwitansi;  // under which it was added
    std::string album;     // the platform's name of the set that it was sent in; empty: alone
};

// Whether it counts as evidence, stored or on its way.
bool dihitung(const BuktiDukung& bukti);

enum class PenolakanBukti {
    SkpBelumDisetujui,
    PeriodeBelumMulai,
    BatasLewat,
    TerlaluBanyak,
    SudahDihapus,
    VersiBerubah,
};

// The conditions of DOMAIN.md section 5 (those of a realisasi): SKP Persetujuan, period begun,
// Batas not past on the day on which the person wrote.
std::optional<PenolakanBukti> boleh_mengubah_bukti(const SyaratIsi& syarat);

// `baru` as the next one of its indikator and period, with its number; `ada` are all of the same
// person, also those taken away. `sesama` are the indikator of the same RHK: they are numbered
// together. The limit of kBuktiMaks counts those of the indikator.
Result<BuktiDukung, PenolakanBukti> tambah_bukti(
    const SyaratIsi& syarat,
    BuktiDukung baru,
    std::span<const BuktiDukung> ada,
    std::span<const std::int64_t> sesama
);

// Takes it away; the result is the next version. `versi_dilihat` is the version that was meant.
Result<BuktiDukung, PenolakanBukti> hapus_bukti(
    const SyaratIsi& syarat, const BuktiDukung& sekarang, int versi_dilihat
);

// Takes the last decision back: what was added goes, what was taken away returns.
BuktiDukung urungkan_bukti(const BuktiDukung& sekarang);

enum class PenolakanTautan { BukanHttp, TerlaluPanjang, TanpaHost, AdaPengguna, AdaKendali };

// A link as it may be kept: http or https, at most kTautanMaks, a host, no user part, neither
// controls nor blanks (RELIABILITY.md section 5.1, "Evidence links"). It is never fetched.
Result<std::string, PenolakanTautan> baca_tautan(std::string_view text);

// The name as it is kept: without blanks around it, at most kNamaBuktiMaks code points.
std::string nama_bukti(std::string_view text);

}  // namespace domain
