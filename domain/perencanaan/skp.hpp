#pragma once

#include <optional>
#include <string_view>

namespace domain {

// DOMAIN.md section 5, the words of the exports in lower case.
enum class StatusSkp { Draft, Pengajuan, Persetujuan };
enum class Pendekatan { Kuantitatif, Kualitatif };
enum class JenisRhk { Utama, Tambahan };
enum class Aspek { Kuantitas, Kualitas, Waktu, Biaya };

std::string_view kode(StatusSkp status);
std::string_view kode(Pendekatan pendekatan);
std::string_view kode(JenisRhk jenis);
std::string_view kode(Aspek aspek);

// Read in any case; nothing if unknown.
std::optional<StatusSkp> status_skp_dari(std::string_view kode);
std::optional<Pendekatan> pendekatan_dari(std::string_view kode);
std::optional<JenisRhk> jenis_rhk_dari(std::string_view kode);
std::optional<Aspek> aspek_dari(std::string_view kode);

std::string_view nama(StatusSkp status);  // "Draft", "Pengajuan", "Persetujuan": for people
std::string_view nama(Aspek aspek);       // "Kuantitas", …

// How the values of the periods make the value of the year (DOMAIN.md section 4, Progress).
enum class Agregasi { Jumlah, Terakhir };
std::string_view kode(Agregasi agregasi);
std::optional<Agregasi> agregasi_dari(std::string_view kode);

// The default: the last value for Kualitas and for %, nilai, indeks, skor; else the sum.
Agregasi agregasi_bawaan(Aspek aspek, std::string_view satuan);

}  // namespace domain
