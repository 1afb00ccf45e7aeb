#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/pelaksanaan/bukti.hpp"
#include "storage/pegawai_store.hpp"

namespace storage {

// A file that is still at the platform.
struct AmbilJob {
    PegawaiKey pemilik;
    std::int64_t bukti_id = 0;
    std::int64_t conversation_id = 0;
    std::string channel, rujukan, nama, kwitansi, album;
    int percobaan = 0;          // before this one
    bool terlalu_lama = false;  // tried for 24 hours
    domain::Instant database_time;
};

// Why a file will not come (bukti.sebab).
enum class SebabGagal { Hilang, TerlaluBesar, Jenis, Kosong, WaktuHabis };
std::optional<SebabGagal> sebab_gagal_dari(std::string_view kode);

// What became of a file: stored under its hash, or why not.
struct AmbilHasil {
    std::optional<SebabGagal> sebab;
    std::string sha256, tipe;
    std::int64_t ukuran = 0;
};

// One evidence under a receipt, for the message about it.
struct BuktiKwitansi {
    int nomor = 0;
    std::string nama;
    domain::SimpanBukti simpan = domain::SimpanBukti::Diambil;
    std::optional<SebabGagal> sebab;
    std::string tipe;
    std::int64_t ukuran = 0;
    domain::StatusBukti status = domain::StatusBukti::Ada;
    int rhk = 0;
    std::string rhk_teks, aspek, periode;
    int tahun = 0;
    int banyak = 0;  // in the store, of that indikator and period
};

// The files that are to be fetched, on a connection of role Fetch. The transaction is the lock of
// the file that it claimed. Lives as long as that transaction.
class AmbilStore {
public:
    explicit AmbilStore(Transaction& transaction) : transaction_(transaction) {}

    // One file of these channels whose time has come and that nobody fetches.
    std::optional<AmbilJob> claim(std::span<const std::string> channels);

    // Settles it for good.
    void settle(const AmbilJob& job, const AmbilHasil& result);
    // It is tried again after this.
    void later(const AmbilJob& job, int milliseconds);

    // All that stands under the receipt of the job.
    std::vector<BuktiKwitansi> of_receipt(const AmbilJob& job);

private:
    Transaction& transaction_;
};

}  // namespace storage
