#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/pelaksanaan/realisasi.hpp"
#include "storage/pegawai_store.hpp"

namespace storage {

// A version to be kept: who made it so, why, and under which receipt.
struct NewVersi {
    PegawaiKey pemilik;
    domain::Realisasi realisasi;
    std::string alasan;
    std::optional<std::int64_t> oleh;
    std::optional<std::string> kwitansi;
};

// What one receipt did to one realisasi.
struct ReceiptEffect {
    std::string kwitansi;
    PegawaiKey pemilik;
    domain::Realisasi dibuat;                  // the version that the receipt made
    std::optional<domain::Realisasi> sebelum;  // nothing: it was the first
    domain::Realisasi sekarang;
};

struct ReceiptKey {
    std::int64_t instansi_id = 0;
    std::string kode;
};

// Realisasi and their versions. Lives as long as one transaction.
class RealisasiStore {
public:
    explicit RealisasiStore(Transaction& transaction) : transaction_(transaction) {}

    // Saves each as the successor of the version before it. Throws Conflict, with nothing to be
    // committed, if one of them has moved on meanwhile.
    void save(std::span<const NewVersi> fresh);

    // What the receipts did; a receipt that did nothing to a realisasi gives no row.
    std::vector<ReceiptEffect> effects_of(std::span<const ReceiptKey> receipts);

private:
    Transaction& transaction_;
};

}  // namespace storage
