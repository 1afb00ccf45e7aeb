#include "storage/digest_store.hpp"

#include <stdexcept>

namespace storage {

std::vector<WaitingItem> DigestStore::read(std::string_view statement, const Params& params) {
    std::vector<WaitingItem> items;
    for (const Row row : transaction_.run(statement, params)) {
        const auto status = domain::status_realisasi_dari(row.view(9));
        if (!status) throw std::logic_error("unknown status of a realisasi in the database");
        items.push_back({
            .instansi_id = row.number(0),
            .penilai_id = row.number(1),
            .digest_id = row.number(2),
            .nomor = row.integer(3),
            .versi_dilihat = row.integer(4),
            .sekarang =
                {
                    .indikator_id = row.number(5),
                    .periode_id = row.number(6),
                    .nilai = row.kuantitas(7),
                    .sumber = row.text(8),
                    .status = *status,
                    .versi = row.integer(10),
                    .sejak = row.instant(11),
                },
            .pemilik_id = row.number(12),
            .pemilik = row.text(13),
            .penilai_kini = row.number_or_none(14),
            .rhk_nomor = row.integer(15),
            .satuan = row.text_or_empty(16),
            .periode = row.text(17),
            .tahun = row.integer(18),
            .nilai_dilihat = row.kuantitas(19),
            .sumber_dilihat = row.text(20),
            .keterangan_dilihat = row.text(21),
            .bukti = row.integer(22),
        });
    }
    return items;
}

std::vector<WaitingItem> DigestStore::waiting(std::span<const PegawaiKey> penilai) {
    if (penilai.empty()) return {};
    Params params;
    add_keys(params, penilai);
    return read("realisasi/menunggu", params);
}

std::vector<WaitingItem> DigestStore::items(std::span<const DigestKey> digests) {
    if (digests.empty()) return {};
    ArrayParam instansi, ids;
    for (const DigestKey& key : digests) {
        instansi.add(key.instansi_id);
        ids.add(key.digest_id);
    }
    return read("digest/butir", Params().add(instansi).add(ids));
}

std::vector<LatestDigest> DigestStore::latest(std::span<const PegawaiKey> penilai) {
    std::vector<LatestDigest> latest;
    if (penilai.empty()) return latest;
    Params params;
    add_keys(params, penilai);
    for (const Row row : transaction_.run("digest/latest", params)) {
        latest.push_back({{row.number(0), row.number(1)}, row.number(2), row.instant(3)});
    }
    return latest;
}

std::vector<std::int64_t> DigestStore::reserve_ids(int count) {
    std::vector<std::int64_t> ids;
    for (const Row row : transaction_.run("digest/reserve_ids", Params().add(count))) {
        ids.push_back(row.number(0));
    }
    return ids;
}

void DigestStore::add(std::span<const NewDigest> digests) {
    if (digests.empty()) return;
    ArrayParam instansi, ids, penilai, slot, pada;
    ArrayParam item_instansi, item_digest, nomor, indikator, periode, versi;
    for (const NewDigest& digest : digests) {
        instansi.add(digest.penilai.instansi_id);
        ids.add(digest.digest_id);
        penilai.add(digest.penilai.pegawai_id);
        slot.add(digest.slot);
        pada.add(digest.pada);
        int next = 1;
        for (const DigestItem& item : digest.items) {
            item_instansi.add(digest.penilai.instansi_id);
            item_digest.add(digest.digest_id);
            nomor.add(next++);
            indikator.add(item.indikator_id);
            periode.add(item.periode_id);
            versi.add(item.versi);
        }
    }
    transaction_.run(
        "digest/add_many", Params().add(instansi).add(ids).add(penilai).add(slot).add(pada)
    );
    Params items;
    for (const ArrayParam* array :
         {&item_instansi, &item_digest, &nomor, &indikator, &periode, &versi}) {
        items.add(*array);
    }
    transaction_.run("digest/add_butir", items);
}

}  // namespace storage
