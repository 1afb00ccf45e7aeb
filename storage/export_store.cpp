#include "storage/export_store.hpp"

#include <cstdlib>
#include <vector>

#include "storage/pegawai_store.hpp"

namespace storage {
namespace {

// Rows, or SKP, in one answer: some megabytes at most.
constexpr std::int64_t kPage = 5'000;

struct PagedQuery {
    std::string_view name;
    int keys;  // its first columns, and its first parameters: where the page before ended
};

PagedQuery query_of(ExportTable table) {
    switch (table) {
        case ExportTable::Instansi:
            return {"export/instansi", 1};
        case ExportTable::UnitKerja:
            return {"export/unit_kerja", 2};
        case ExportTable::Pegawai:
            return {"export/pegawai", 2};
        case ExportTable::Periode:
            return {"export/periode", 2};
        case ExportTable::Libur:
            return {"export/libur", 2};
        case ExportTable::Skp:
            return {"export/skp", 2};
        case ExportTable::Realisasi:
            return {"export/realisasi", 3};
        case ExportTable::Bukti:
            return {"export/bukti", 2};
        case ExportTable::TidakTerjangkau:
            return {"export/tidak_terjangkau", 2};
        case ExportTable::Jejak:
            return {"export/jejak", 2};
    }
    std::abort();
}

}  // namespace

std::string ExportRow::quantity(int column) const {
    const auto quantity = row_->kuantitas_or_none(first_ + column);
    return quantity ? quantity->decimal() : "";
}

std::string ExportRow::time(int column) const {
    return domain::rfc3339(row_->instant(first_ + column), zona_);
}

ExportStore::ExportStore(Transaction& transaction) : transaction_(transaction) {
    transaction_.run("export/begin_snapshot");
}

void ExportStore::for_each(ExportTable table, const std::function<void(const ExportRow&)>& write) {
    const auto [name, keys] = query_of(table);
    // Before the first row: the keys of ours begin at 0, and national is instansi 0.
    std::vector<std::int64_t> after(static_cast<std::size_t>(keys), -1);
    while (true) {
        Params params;
        for (const std::int64_t key : after) params.add(key);
        const Rows rows = transaction_.run(name, params.add(kPage));
        if (rows.empty()) return;
        for (const Row row : rows) {
            // A row that only says how far the page goes.
            if (row.is_null(keys + 1)) continue;
            write(ExportRow(row, keys + 1, zona_of(row, keys)));
        }
        const Row last = rows[rows.size() - 1];
        for (int i = 0; i < keys; ++i) after[static_cast<std::size_t>(i)] = last.number(i);
    }
}

void ExportStore::log(domain::Instant now) {
    ArrayParam instansi, pada, tindakan, objek, none, empty;
    instansi.add(std::int64_t{0});
    pada.add(now);
    tindakan.add("ekspor");
    objek.add("instalasi");
    none.add_null();
    empty.add("");
    transaction_.run(
        "ledger/add",
        Params()
            .add(instansi)
            .add(pada)
            .add(none)
            .add(tindakan)
            .add(objek)
            .add(empty)
            .add(none)
            .add(none)
            .add(empty)
            .add(empty)
    );
}

}  // namespace storage
