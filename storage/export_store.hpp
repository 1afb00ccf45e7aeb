#pragma once

#include <functional>

#include "domain/kalender/waktu.hpp"
#include "storage/connection.hpp"

namespace storage {

enum class ExportTable {
    Instansi,
    UnitKerja,
    Pegawai,
    Periode,
    Libur,
    Skp,
    Realisasi,
    Bukti,
    TidakTerjangkau,
    Jejak
};

// One row of an exported file; columns count from 0 as in the file. Valid during the call that gets
// it.
class ExportRow {
public:
    ExportRow(const Row& row, int first, domain::Zona zona)
        : row_(&row), first_(first), zona_(zona) {}

    // Text of the cell; empty for null. A date is ISO, a number as PostgreSQL prints it.
    [[nodiscard]] std::string_view text(int column) const {
        return row_->is_null(first_ + column) ? "" : row_->view(first_ + column);
    }

    // "12.5"; empty for null.
    [[nodiscard]] std::string quantity(int column) const;

    // RFC 3339 in the zone of the instansi.
    [[nodiscard]] std::string time(int column) const;

private:
    const Row* row_;
    int first_;
    domain::Zona zona_;
};

// Reading whole tables for `skpbot export`, page by page, all as of one moment. Lives as long as
// one transaction on a connection of the role Report, and must be the first to use it.
class ExportStore {
public:
    explicit ExportStore(Transaction& transaction);

    // Calls `write` for each row, in an order of the database's own that is always the same.
    void for_each(ExportTable table, const std::function<void(const ExportRow&)>& write);

    // A line of the ledger that says that everything was exported.
    void log(domain::Instant now);

private:
    Transaction& transaction_;
};

}  // namespace storage
