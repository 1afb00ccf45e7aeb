#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/realisasi_store.hpp"

namespace storage {

// Proof for a person of what he did.
struct Receipt {
    PegawaiKey pegawai;
    std::string kode;      // "R-7K2FQ9"
    std::string tindakan;  // name of the action, as in the ledger
    std::string isi;       // what was done, in the words of the card
    domain::Instant pada;
    std::string message_id;
    std::int64_t conversation_id = 0;
    std::string batal_oleh;  // the receipt that took it back; empty if none
};

struct WantedReceipt {
    PegawaiKey pegawai;
    std::string kode;          // empty: the newest that can be taken back
    std::string message_id{};  // of what was done by that message; empty: by any
};

struct WantedByMessage {
    PegawaiKey pegawai;
    std::int64_t conversation_id = 0;
    std::string message_id;
};

struct CancelledReceipt {
    std::int64_t instansi_id = 0;
    std::string kode, oleh;
};

// Receipts. Lives as long as one transaction.
class ReceiptStore {
public:
    explicit ReceiptStore(Transaction& transaction) : transaction_(transaction) {}

    // Throws BadData if a code is taken.
    void add(std::span<const Receipt> receipts);

    // One per person; a receipt of somebody else is as missing as one that never was. With an empty
    // code only what is younger than `not_before`.
    std::map<PegawaiKey, Receipt> find(
        std::span<const WantedReceipt> wanted, domain::Instant not_before
    );

    // The realisasi that these messages recorded at once, without one that was taken back.
    std::vector<Receipt> of_messages(std::span<const WantedByMessage> messages);

    // By conversation: that by which its person let it go after `not_before` and did not take back.
    std::map<std::int64_t, Receipt> of_released(
        std::span<const std::int64_t> conversations, domain::Instant not_before
    );

    void cancel(std::span<const CancelledReceipt> cancelled);

private:
    Transaction& transaction_;
};

}  // namespace storage
