#include "storage/realisasi_store.hpp"

#include <stdexcept>

#include "storage/errors.hpp"

namespace storage {
namespace {

domain::StatusRealisasi status_of(const Row& row, int column) {
    const auto status = domain::status_realisasi_dari(row.view(column));
    if (!status) throw std::logic_error("unknown status of a realisasi in the database");
    return *status;
}

// A row of realisasi/by_kwitansi.
ReceiptEffect effect_of(const Row& row) {
    domain::Realisasi dibuat{
        .indikator_id = row.number(2),
        .periode_id = row.number(3),
        .nilai = row.kuantitas(16),
        .sumber = row.text(17),
        .keterangan = row.text(18),
        .status = status_of(row, 19),
        .versi = row.integer(4),
        .sejak = row.instant(20),
    };
    domain::Realisasi sekarang{
        .indikator_id = dibuat.indikator_id,
        .periode_id = dibuat.periode_id,
        .nilai = row.kuantitas(8),
        .sumber = row.text(9),
        .keterangan = row.text(15),
        .status = status_of(row, 10),
        .versi = row.integer(11),
        .sejak = row.instant(12),
    };
    std::optional<domain::Realisasi> sebelum;
    if (!row.is_null(5)) {
        sebelum = sekarang;
        sebelum->nilai = row.kuantitas(5);
        sebelum->sumber = row.text(6);
        sebelum->keterangan = row.text(14);
        sebelum->status = status_of(row, 7);
        sebelum->versi = dibuat.versi - 1;
    }
    return {
        row.text(1),
        {row.number(0), row.number(13)},
        std::move(dibuat),
        std::move(sebelum),
        std::move(sekarang)};
}

}  // namespace

void RealisasiStore::save(std::span<const NewVersi> fresh) {
    if (fresh.empty()) return;
    ArrayParam instansi, indikator, periode, pegawai, nilai, sumber, keterangan, status, versi,
        sejak, alasan, oleh, kwitansi;
    for (const NewVersi& row : fresh) {
        const domain::Realisasi& realisasi = row.realisasi;
        instansi.add(row.pemilik.instansi_id);
        indikator.add(realisasi.indikator_id);
        periode.add(realisasi.periode_id);
        pegawai.add(row.pemilik.pegawai_id);
        nilai.add(realisasi.nilai);
        sumber.add(realisasi.sumber);
        keterangan.add(realisasi.keterangan);
        status.add(domain::kode(realisasi.status));
        versi.add(realisasi.versi);
        sejak.add(realisasi.sejak);
        alasan.add(row.alasan);
        oleh.add(row.oleh);
        kwitansi.add(row.kwitansi);
    }
    Params now;
    for (const ArrayParam* array :
         {&instansi,
          &indikator,
          &periode,
          &pegawai,
          &nilai,
          &sumber,
          &keterangan,
          &status,
          &versi,
          &sejak}) {
        now.add(*array);
    }
    const auto saved = transaction_.run("realisasi/save", now).affected();
    if (saved != static_cast<std::int64_t>(fresh.size())) {
        throw Conflict("a realisasi has moved on");
    }
    Params kept;
    for (const ArrayParam* array :
         {&instansi,
          &indikator,
          &periode,
          &versi,
          &nilai,
          &sumber,
          &keterangan,
          &status,
          &alasan,
          &oleh,
          &sejak,
          &kwitansi}) {
        kept.add(*array);
    }
    transaction_.run("realisasi/add_versi", kept);
}

std::vector<ReceiptEffect> RealisasiStore::effects_of(std::span<const ReceiptKey> receipts) {
    std::vector<ReceiptEffect> effects;
    if (receipts.empty()) return effects;
    ArrayParam instansi, kode;
    for (const ReceiptKey& receipt : receipts) {
        instansi.add(receipt.instansi_id);
        kode.add(receipt.kode);
    }
    for (const Row row :
         transaction_.run("realisasi/by_kwitansi", Params().add(instansi).add(kode))) {
        effects.push_back(effect_of(row));
    }
    return effects;
}

}  // namespace storage
