#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/kuantitas.hpp"
#include "domain/perencanaan/skp.hpp"

namespace domain {

// The content of an SKP (DOMAIN.md section 4), as far as realisasi need it. Plain values.

struct Indikator {
    std::int64_t id = 0;
    std::optional<Aspek> aspek;
    std::string teks;
    std::optional<Kuantitas> target;  // nothing with the approach kualitatif
    std::string satuan;               // as written in the SKP: "Laporan"
    Agregasi agregasi = Agregasi::Jumlah;
};

struct Rhk {
    int nomor = 0;
    JenisRhk jenis = JenisRhk::Utama;
    std::string teks;
    std::vector<Indikator> indikator;
};

struct Skp {
    std::int64_t id = 0;
    int tahun = 0;
    int nomor = 1;
    Pendekatan pendekatan = Pendekatan::Kuantitatif;
    StatusSkp status = StatusSkp::Draft;
    std::optional<std::int64_t> penilai_id;
    std::vector<Rhk> rhk;  // ascending by number
};

// Null if there is none.
const Rhk* cari_rhk(const Skp& skp, int nomor);

}  // namespace domain
