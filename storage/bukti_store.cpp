#include "storage/bukti_store.hpp"

#include "storage/errors.hpp"
#include "storage/known_word.hpp"

namespace storage {
namespace {

// The columns of an evidence, from `first` on.
domain::BuktiDukung bukti_of(const Row& row, int first) {
    return {
        .id = row.number(first),
        .indikator_id = row.number(first + 1),
        .periode_id = row.number(first + 2),
        .nomor = row.integer(first + 3),
        .nama = row.text(first + 4),
        .tautan = row.text(first + 5),
        .sha256 = row.text(first + 6),
        .tipe = row.text(first + 7),
        .ukuran = row.number(first + 8),
        .status = known(domain::status_bukti_dari(row.view(first + 9))),
        .simpan = known(domain::simpan_bukti_dari(row.view(first + 10))),
        .versi = row.integer(first + 11),
        .pada = row.instant(first + 12),
        .kwitansi = row.text(first + 13),
        .album = row.text(first + 14),
    };
}
constexpr int kBuktiColumns = 15;

}  // namespace

std::map<PegawaiKey, std::vector<domain::BuktiDukung>> BuktiStore::load(
    std::span<const PegawaiKey> persons
) {
    std::map<PegawaiKey, std::vector<domain::BuktiDukung>> all;
    if (persons.empty()) return all;
    std::map<std::int64_t, PegawaiKey> keys;
    for (const PegawaiKey& key : persons) keys[key.pegawai_id] = key;
    Params params;
    add_keys(params, persons);
    for (const Row row : transaction_.run("bukti/milik", params)) {
        all[keys.at(row.number(0))].push_back(bukti_of(row, 1));
    }
    return all;
}

std::vector<BuktiBawahan> BuktiStore::of_bawahan(std::span<const PegawaiKey> penilai) {
    std::vector<BuktiBawahan> all;
    if (penilai.empty()) return all;
    Params params;
    add_keys(params, penilai);
    constexpr int kBehind = 1 + kBuktiColumns;
    for (const Row row : transaction_.run("bukti/bawahan", params)) {
        all.push_back({
            .penilai = {row.number(kBehind + 5), row.number(0)},
            .bukti = bukti_of(row, 1),
            .pemilik_id = row.number(kBehind),
            .pemilik = row.text(kBehind + 1),
            .periode = row.text(kBehind + 3),
            .rhk = row.integer(kBehind + 2),
            .tahun = row.integer(kBehind + 4),
        });
    }
    return all;
}

void BuktiStore::add(std::span<const NewBukti> fresh) {
    if (fresh.empty()) return;
    ArrayParam instansi, pegawai, indikator, periode, nomor, nama, tautan, simpan, pada, kwitansi,
        rujukan, conversation, album;
    for (const NewBukti& row : fresh) {
        instansi.add(row.pemilik.instansi_id);
        pegawai.add(row.pemilik.pegawai_id);
        indikator.add(row.bukti.indikator_id);
        periode.add(row.bukti.periode_id);
        nomor.add(row.bukti.nomor);
        nama.add(row.bukti.nama);
        tautan.add(row.bukti.tautan);
        simpan.add(domain::kode(row.bukti.simpan));
        pada.add(row.bukti.pada);
        kwitansi.add(row.bukti.kwitansi);
        rujukan.add(row.rujukan);
        conversation.add(row.conversation_id);
        album.add(row.bukti.album);
    }
    Params params;
    for (const ArrayParam* array :
         {&instansi,
          &pegawai,
          &indikator,
          &periode,
          &nomor,
          &nama,
          &tautan,
          &simpan,
          &pada,
          &kwitansi,
          &rujukan,
          &conversation,
          &album}) {
        params.add(*array);
    }
    transaction_.run("bukti/add", params);
}

void BuktiStore::save(std::span<const BuktiVersi> fresh) {
    if (fresh.empty()) return;
    ArrayParam instansi, id, status, versi, oleh, pada, kwitansi;
    for (const BuktiVersi& row : fresh) {
        instansi.add(row.pemilik.instansi_id);
        id.add(row.bukti.id);
        status.add(domain::kode(row.bukti.status));
        versi.add(row.bukti.versi);
        oleh.add(row.oleh);
        pada.add(row.pada);
        kwitansi.add(row.kwitansi);
    }
    Params params;
    for (const ArrayParam* array : {&instansi, &id, &status, &versi, &oleh, &pada, &kwitansi}) {
        params.add(*array);
    }
    const auto saved = transaction_.run("bukti/save", params).affected();
    if (saved != static_cast<std::int64_t>(fresh.size())) {
        throw Conflict("an evidence has moved on");
    }
}

std::vector<BuktiEffect> BuktiStore::effects_of(std::span<const ReceiptKey> receipts) {
    std::vector<BuktiEffect> effects;
    if (receipts.empty()) return effects;
    ArrayParam instansi, kode;
    for (const ReceiptKey& receipt : receipts) {
        instansi.add(receipt.instansi_id);
        kode.add(receipt.kode);
    }
    for (const Row row : transaction_.run("bukti/by_kwitansi", Params().add(instansi).add(kode))) {
        effects.push_back({
            .kwitansi = row.text(1),
            .pemilik = {row.number(0), row.number(3)},
            .versi = row.integer(2),
            .sekarang = bukti_of(row, 4),
        });
    }
    return effects;
}

}  // namespace storage
