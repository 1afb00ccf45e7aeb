#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/kalender/hari_kerja.hpp"
#include "domain/kalender/libur.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/kalender/waktu.hpp"
#include "domain/kuantitas.hpp"
#include "domain/organisasi/jabatan.hpp"
#include "domain/perencanaan/skp.hpp"

namespace storage {

// What an import wants to store, one struct per kind of row (ARCHITECTURE.md section 4, "CSV").
// Things are named by their codes, not by numbers of the database. An empty text is "none" where
// the columns allow that. Plain values; `line` is where in its file a row stands.

struct ImportInstansi {
    int line = 0;
    std::string kode, nama;
    domain::Zona zona = domain::Zona::Wib;
    domain::PolaKerja pola = domain::PolaKerja::LimaHari;
};

struct ImportUnit {
    int line = 0;
    std::string instansi, kode, nama, induk;
    bool mandiri = false;
};

struct ImportPegawai {
    int line = 0;
    std::string instansi, nip, nama, jabatan;
    domain::JenisJabatan jenis_jabatan = domain::JenisJabatan::Pelaksana;
    std::optional<domain::Jenjang> jenjang;
    std::string golongan, unit, atasan_nip;
    domain::JenisPegawai jenis = domain::JenisPegawai::Pegawai;
    std::string telepon;
};

struct ImportPeriode {
    int line = 0;
    std::string instansi;
    int tahun = 0;
    std::string nama;
    domain::JenisPeriode jenis = domain::JenisPeriode::Triwulan;
    domain::Tanggal awal, akhir, batas;
};

struct ImportLibur {
    int line = 0;
    std::string instansi;  // empty: national
    domain::Tanggal tanggal;
    std::string nama;
    domain::JenisLibur jenis = domain::JenisLibur::Libur;
};

struct ImportSkp {
    int line = 0;  // its first one
    std::string nip;
    int tahun = 0;
    domain::Pendekatan pendekatan = domain::Pendekatan::Kuantitatif;
    domain::StatusSkp status = domain::StatusSkp::Draft;
};

struct ImportRhk {
    int line = 0;  // its first one
    std::string nip;
    int tahun = 0;
    int nomor = 0;
    domain::JenisRhk jenis = domain::JenisRhk::Utama;
    std::optional<int> rhk_atasan;
    std::string teks;
};

struct ImportIndikator {
    int line = 0;
    std::string nip;
    int tahun = 0;
    int rhk = 0;
    int urut = 0;  // place in the RHK, from 1
    std::optional<domain::Aspek> aspek;
    std::string teks;
    std::optional<domain::Kuantitas> target;
    std::string satuan;
};

struct ImportRows {
    std::vector<ImportInstansi> instansi;
    std::vector<ImportUnit> unit;
    std::vector<ImportPegawai> pegawai;
    std::vector<ImportPeriode> periode;
    std::vector<ImportLibur> libur;
    std::vector<ImportSkp> skp;
    std::vector<ImportRhk> rhk;
    std::vector<ImportIndikator> indikator;
};

}  // namespace storage
