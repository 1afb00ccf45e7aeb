#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/pelaksanaan/bukti.hpp"
#include "storage/realisasi_store.hpp"

namespace storage {

// An evidence to be kept; one with a `rujukan` is also to be fetched, from the chat in which it was
// sent.
struct NewBukti {
    PegawaiKey pemilik;
    domain::BuktiDukung bukti;
    std::string rujukan;  // the platform's id of the file; empty: a link
    std::int64_t conversation_id = 0;
};

// A decision about one: its next version.
struct BuktiVersi {
    PegawaiKey pemilik;
    domain::BuktiDukung bukti;
    std::int64_t oleh = 0;
    domain::Instant pada;
    std::string kwitansi;
};

// What one receipt did to one evidence.
struct BuktiEffect {
    std::string kwitansi;
    PegawaiKey pemilik;
    int versi = 0;  // that the receipt made
    domain::BuktiDukung sekarang;
};

// Evidence in the store of somebody whom `penilai` judges.
struct BuktiBawahan {
    PegawaiKey penilai;
    domain::BuktiDukung bukti;
    std::int64_t pemilik_id = 0;
    std::string pemilik, periode;
    int rhk = 0, tahun = 0;
};

// Evidence and its versions. Lives as long as one transaction.
class BuktiStore {
public:
    explicit BuktiStore(Transaction& transaction) : transaction_(transaction) {}

    // All of each person, also what was taken away, oldest first; who has none is missing.
    std::map<PegawaiKey, std::vector<domain::BuktiDukung>> load(std::span<const PegawaiKey> persons
    );

    // Of all whom these judge, by name, period, RHK and number.
    std::vector<BuktiBawahan> of_bawahan(std::span<const PegawaiKey> penilai);

    void add(std::span<const NewBukti> fresh);

    // Throws Conflict, with nothing to be committed, if one of them has moved on meanwhile.
    void save(std::span<const BuktiVersi> fresh);

    std::vector<BuktiEffect> effects_of(std::span<const ReceiptKey> receipts);

private:
    Transaction& transaction_;
};

}  // namespace storage
