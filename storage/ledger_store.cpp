#include "storage/ledger_store.hpp"

namespace storage {

void LedgerStore::add(std::span<const LedgerEntry> entries) {
    if (entries.empty()) return;
    ArrayParam instansi, pada, pelaku, tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah;
    for (const LedgerEntry& entry : entries) {
        instansi.add(entry.instansi_id);
        pada.add(entry.pada);
        pelaku.add(entry.pelaku_id);
        tindakan.add(entry.tindakan);
        objek.add(entry.objek);
        objek_id.add(entry.objek_id);
        versi.add(entry.versi);
        kwitansi.add(entry.kwitansi);
        sebelum.add(entry.sebelum);
        sesudah.add(entry.sesudah);
    }
    Params params;
    for (const ArrayParam* array :
         {&instansi,
          &pada,
          &pelaku,
          &tindakan,
          &objek,
          &objek_id,
          &versi,
          &kwitansi,
          &sebelum,
          &sesudah}) {
        params.add(*array);
    }
    transaction_.run("ledger/add", params);
}

std::int64_t LedgerStore::seal() {
    if (transaction_.run("ledger/take_turn").empty()) return 0;
    const Rows sealed = transaction_.run("ledger/seal");
    return sealed.empty() ? 0 : sealed[0].number(1);
}

std::vector<std::int64_t> LedgerStore::broken_seals() {
    std::vector<std::int64_t> broken;
    for (const Row row : transaction_.run("ledger/broken_seals")) broken.push_back(row.number(0));
    return broken;
}

}  // namespace storage
