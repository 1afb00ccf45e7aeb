#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "storage/pegawai_store.hpp"

namespace storage {

// Somebody who may be meant by a NIP, with the activation code that he could use.
struct Candidate {
    PegawaiKey key;
    std::string nama;
    std::string telepon;                  // E.164; empty if HR has none
    std::optional<std::int64_t> kode_id;  // nothing: no usable code
    std::string kode_hash;
};

struct NewBinding {
    PegawaiKey pegawai;
    std::int64_t conversation_id = 0;
    domain::Instant pada;
    domain::Instant boleh_memutus_sejak;
};

// Where a person is bound already. On the channel of the new binding it ends after 24 hours.
struct OldAddress {
    PegawaiKey pegawai;
    std::int64_t conversation_id = 0;
    bool ends = true;
};

struct KodeKey {
    std::int64_t instansi_id = 0;
    std::int64_t kode_id = 0;
};

struct NewKode {
    PegawaiKey pegawai;
    std::string kode_hash, token_hash;
    domain::Instant berakhir_pada;
};

struct AlamatKey {
    PegawaiKey pegawai;
    std::int64_t alamat_id = 0;
};

// A binding that its person ended, at that moment.
struct EndedBinding {
    PegawaiKey pegawai;
    std::int64_t conversation_id = 0;
    domain::Instant pada;
};

// Which address is whose, and the codes that bind one. Lives as long as one transaction.
class BindingStore {
public:
    explicit BindingStore(Transaction& transaction) : transaction_(transaction) {}

    // By NIP; unknown ones are missing.
    std::map<std::string, Candidate> candidates(
        std::span<const std::string> nips, domain::Instant now
    );

    // By hash of the deep link's token.
    std::map<std::string, Candidate> by_token(
        std::span<const std::string> token_hashes, domain::Instant now
    );

    // Who has an address already.
    std::set<std::int64_t> bound(std::span<const PegawaiKey> persons, domain::Instant now);

    // Binds, and gives the addresses that the persons had before.
    std::vector<OldAddress> bind(std::span<const NewBinding> bindings);

    // Throws Conflict if one of them was used meanwhile.
    void use(std::span<const KodeKey> codes, domain::Instant now);

    void count_wrong(std::span<const KodeKey> codes);
    void end(std::span<const AlamatKey> addresses, domain::Instant now);

    // Ends the bindings of the last 24 hours that are newer than these; what they replaced stays.
    void reject_newer(std::span<const AlamatKey> addresses, domain::Instant now);

    // Ends bindings as if they had never been: the addresses before them stay.
    void undo(std::span<const AlamatKey> addresses, domain::Instant now);

    // The counterpart of end(): the bindings go on.
    void reopen(std::span<const EndedBinding> bindings);

    void add_code(const NewKode& kode);

    // The key for a purpose; `fresh` is kept if there is none yet.
    std::string server_key(std::string_view purpose, std::string_view fresh);

private:
    Transaction& transaction_;
};

}  // namespace storage
