#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/pelaksanaan/realisasi.hpp"
#include "storage/pegawai_store.hpp"

namespace storage {

// A realisasi that waits, or waited, for a decision: as it is now, whose it is, who decides.
struct WaitingItem {
    std::int64_t instansi_id = 0;
    std::int64_t penilai_id = 0;  // to whom the digest went; for waiting(): who decides
    std::int64_t digest_id = 0;   // 0: none
    int nomor = 0;                // in the digest; 0: none
    int versi_dilihat = 0;
    domain::Realisasi sekarang;
    std::int64_t pemilik_id = 0;
    std::string pemilik;
    std::optional<std::int64_t> penilai_kini;  // of the SKP, now
    int rhk_nomor = 0;
    std::string satuan, periode;
    int tahun = 0;
    domain::Kuantitas nilai_dilihat;
    std::string sumber_dilihat, keterangan_dilihat;
    int bukti = 0;  // in the store
};

struct DigestKey {
    std::int64_t instansi_id = 0;
    std::int64_t digest_id = 0;
};

struct LatestDigest {
    PegawaiKey penilai;
    std::int64_t digest_id = 0;
    domain::Instant pada;
};

struct DigestItem {
    std::int64_t indikator_id = 0, periode_id = 0;
    int versi = 0;
};
struct NewDigest {
    PegawaiKey penilai;
    std::int64_t digest_id = 0;  // from reserve_ids()
    std::string slot;
    domain::Instant pada;
    std::vector<DigestItem> items;  // numbered from 1 in this order
};

// Numbered lists of what waits for a decision. Lives as long as one transaction.
class DigestStore {
public:
    explicit DigestStore(Transaction& transaction) : transaction_(transaction) {}

    // What waits for each penilai now, most urgent first within a penilai.
    std::vector<WaitingItem> waiting(std::span<const PegawaiKey> penilai);

    // The items of digests, in the order of their numbers.
    std::vector<WaitingItem> items(std::span<const DigestKey> digests);

    // Up to two per penilai, newest first.
    std::vector<LatestDigest> latest(std::span<const PegawaiKey> penilai);

    std::vector<std::int64_t> reserve_ids(int count);
    void add(std::span<const NewDigest> digests);

private:
    std::vector<WaitingItem> read(std::string_view statement, const Params& params);

    Transaction& transaction_;
};

}  // namespace storage
