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
        ReceiptEffect effect{
            .kwitansi = row.text(1),
            .pemilik = {row.number(0), row.number(13)},
            .versi = row.integer(4),
            .sebelum = std::nullopt,
            .sekarang =
                {
                    .indikator_id = row.number(2),
                    .periode_id = row.number(3),
                    .nilai = row.kuantitas(8),
                    .sumber = row.text(9),
                    .keterangan = row.text(15),
                    .status = status_of(row, 10),
                    .versi = row.integer(11),
                    .sejak = row.instant(12),
                },
        };
        if (!row.is_null(5)) {
            effect.sebelum = effect.sekarang;
            effect.sebelum->nilai = row.kuantitas(5);
            effect.sebelum->sumber = row.text(6);
            effect.sebelum->keterangan = row.text(14);
            effect.sebelum->status = status_of(row, 7);
            effect.sebelum->versi = effect.versi - 1;
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

}  // namespace storage
