#pragma once

#include <optional>
#include <string_view>

namespace domain {

// DOMAIN.md section 4, pegawai; the words of the CSV files and the database (ARCHITECTURE.md
// section 4).
enum class JenisJabatan { Jpt, Administrator, Pengawas, Pelaksana, Fungsional };

// Of a jabatan fungsional, keterampilan before keahlian, each from the lowest to the highest.
enum class Jenjang {
    Pemula,
    Terampil,
    Mahir,
    Penyelia,
    AhliPertama,
    AhliMuda,
    AhliMadya,
    AhliUtama
};

enum class JenisPegawai { Pegawai, Pimpinan };

std::string_view kode(JenisJabatan jenis);
std::string_view kode(Jenjang jenjang);
std::string_view kode(JenisPegawai jenis);

// Read in any case; nothing if unknown.
std::optional<JenisJabatan> jenis_jabatan_dari(std::string_view kode);
std::optional<Jenjang> jenjang_dari(std::string_view kode);
std::optional<JenisPegawai> jenis_pegawai_dari(std::string_view kode);

}  // namespace domain
