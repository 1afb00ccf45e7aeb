#pragma once

#include <map>
#include <memory>
#include <span>
#include <vector>

#include "domain/kalender/hari_kerja.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/pelaksanaan/realisasi.hpp"
#include "domain/perencanaan/isi_skp.hpp"
#include "storage/pegawai_store.hpp"

namespace storage {

// What a person planned and reached.
struct Kinerja {
    std::vector<domain::Skp> skp;              // ascending by year and number
    std::vector<domain::Realisasi> realisasi;  // all periods, no order
};

// The calendar side of an instansi.
struct Acuan {
    std::vector<domain::Periode> periode;  // ascending
    std::vector<domain::Tanggal> libur;    // national and local
};

struct InstansiRow {
    std::int64_t id = 0;
    std::string nama;
    domain::Zona zona = domain::Zona::Wib;
    domain::PolaKerja pola = domain::PolaKerja::LimaHari;
};

// SKP, realisasi and periods, read for many persons at once. Lives as long as one transaction.
class KinerjaStore {
public:
    explicit KinerjaStore(Transaction& transaction) : transaction_(transaction) {}

    // A person without SKP has an empty entry.
    std::map<PegawaiKey, Kinerja> load(std::span<const PegawaiKey> persons);

    std::map<std::int64_t, Acuan> acuan(std::span<const std::int64_t> instansi_ids);

    std::vector<InstansiRow> instansi();

private:
    Transaction& transaction_;
};

}  // namespace storage
