#include "storage/kinerja_store.hpp"

#include "storage/known_word.hpp"

namespace storage {
namespace {

// The word of a CHECKed column as its enumerator.
domain::Skp skp_of(const Row& row) {
    return {
        .id = row.number(1),
        .tahun = row.integer(2),
        .nomor = row.integer(3),
        .pendekatan = known(domain::pendekatan_dari(row.view(4))),
        .status = known(domain::status_skp_dari(row.view(5))),
        .penilai_id = row.number_or_none(6),
        .rhk = {},
    };
}

domain::Indikator indikator_of(const Row& row) {
    domain::Indikator indikator{
        .id = row.number(10),
        .aspek = std::nullopt,
        .teks = row.text(12),
        .target = row.kuantitas_or_none(13),
        .satuan = row.text_or_empty(14),
        .agregasi = known(domain::agregasi_dari(row.view(15))),
    };
    if (!row.is_null(11)) indikator.aspek = known(domain::aspek_dari(row.view(11)));
    return indikator;
}

// Rows come ordered: a new SKP or RHK begins where its number changes.
void add_row(Kinerja& kinerja, const Row& row) {
    if (kinerja.skp.empty() || kinerja.skp.back().id != row.number(1)) {
        kinerja.skp.push_back(skp_of(row));
    }
    if (row.is_null(7)) return;
    auto& rhk = kinerja.skp.back().rhk;
    if (rhk.empty() || rhk.back().nomor != row.integer(7)) {
        rhk.push_back({
            .nomor = row.integer(7),
            .jenis = known(domain::jenis_rhk_dari(row.view(8))),
            .teks = row.text(9),
            .indikator = {},
        });
    }
    if (!row.is_null(10)) rhk.back().indikator.push_back(indikator_of(row));
}

}  // namespace

std::map<PegawaiKey, Kinerja> KinerjaStore::load(std::span<const PegawaiKey> persons) {
    std::map<PegawaiKey, Kinerja> all;
    if (persons.empty()) return all;
    std::map<std::int64_t, Kinerja*> by_id;
    for (const PegawaiKey& key : persons) by_id[key.pegawai_id] = &all[key];

    Params params;
    add_keys(params, persons);
    for (const Row row : transaction_.run("kinerja/skp", params)) {
        add_row(*by_id.at(row.number(0)), row);
    }
    for (const Row row : transaction_.run("kinerja/realisasi", params)) {
        by_id.at(row.number(0))
            ->realisasi.push_back({
                .indikator_id = row.number(1),
                .periode_id = row.number(2),
                .nilai = row.kuantitas(3),
                .sumber = row.text(4),
                .keterangan = row.text(8),
                .status = known(domain::status_realisasi_dari(row.view(5))),
                .versi = row.integer(6),
                .sejak = row.instant(7),
            });
    }
    return all;
}

std::map<std::int64_t, Acuan> KinerjaStore::acuan(std::span<const std::int64_t> instansi_ids) {
    std::map<std::int64_t, Acuan> all;
    if (instansi_ids.empty()) return all;
    ArrayParam ids;
    for (const std::int64_t id : instansi_ids) {
        ids.add(id);
        all[id];
    }
    for (const Row row : transaction_.run("kinerja/periode", Params().add(ids))) {
        all[row.number(0)].periode.push_back({
            .id = row.number(1),
            .tahun = row.integer(2),
            .nama = row.text(3),
            .jenis = known(domain::jenis_periode_dari(row.view(4))),
            .awal = row.tanggal(5),
            .akhir = row.tanggal(6),
            .batas = row.tanggal(7),
        });
    }
    for (const Row row : transaction_.run("kinerja/libur", Params().add(ids))) {
        const auto whose = row.number(0);
        for (auto& [id, acuan] : all) {
            if (whose == 0 || whose == id) acuan.libur.push_back(row.tanggal(1));
        }
    }
    return all;
}

std::vector<InstansiRow> KinerjaStore::instansi() {
    std::vector<InstansiRow> all;
    for (const Row row : transaction_.run("kinerja/instansi")) {
        all.push_back({row.number(0), row.text(1), zona_of(row, 2), pola_of(row, 3)});
    }
    return all;
}

}  // namespace storage
