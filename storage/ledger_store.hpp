#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/pegawai_store.hpp"

namespace storage {

// One line of the ledger: who did what to which object.
struct LedgerEntry {
    std::int64_t instansi_id = 0;
    domain::Instant pada;
    std::optional<std::int64_t> pelaku_id;  // nothing: the program
    std::string tindakan, objek, objek_id;
    std::optional<std::int64_t> versi;
    std::optional<std::string> kwitansi;
    std::string sebelum, sesudah;
};

// The append-only ledger and its hash chain. Lives as long as one transaction.
class LedgerStore {
public:
    explicit LedgerStore(Transaction& transaction) : transaction_(transaction) {}

    void add(std::span<const LedgerEntry> entries);

    // Chains what has been committed since the last seal. Returns the number of rows sealed; 0 if
    // there was nothing or another instance is at it.
    std::int64_t seal();

    // The seals that do not fit the rows that they cover; empty: nobody changed or removed a row.
    std::vector<std::int64_t> broken_seals();

private:
    Transaction& transaction_;
};

}  // namespace storage
