#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/kalender/hari_kerja.hpp"
#include "domain/kalender/waktu.hpp"
#include "storage/connection.hpp"

namespace storage {

// A person inside the program: the key that everything of his carries.
struct PegawaiKey {
    std::int64_t instansi_id = 0;
    std::int64_t pegawai_id = 0;
    friend auto operator<=>(const PegawaiKey&, const PegawaiKey&) = default;
};

// The person behind a bound conversation.
struct Sender {
    PegawaiKey key;
    std::int64_t alamat_id = 0;
    std::string nip, nama, jabatan, unit, instansi;
    domain::Zona zona = domain::Zona::Wib;
    domain::PolaKerja pola = domain::PolaKerja::LimaHari;
    std::string atasan;  // name; empty if none
    domain::Instant boleh_memutus_sejak;
    std::optional<domain::Instant> berakhir_pada;  // a newer address has taken its place
    bool ada_yang_baru = false;  // another address of the person was bound in the last 24 hours
};

struct PersonName {
    PegawaiKey key;
    std::string nama;
};

// Persons and their addresses. Lives as long as one transaction.
class PegawaiStore {
public:
    explicit PegawaiStore(Transaction& transaction) : transaction_(transaction) {}

    // By conversation; those that are bound to nobody at `now` are missing.
    std::map<std::int64_t, Sender> senders(
        std::span<const std::int64_t> conversation_ids, domain::Instant now
    );

    // Locks the persons until the transaction ends, in one order for everybody.
    void lock(std::span<const PegawaiKey> persons);

    // The conversation in which each can be written to; those who have none are missing.
    std::map<PegawaiKey, std::int64_t> chats(
        std::span<const PegawaiKey> persons, domain::Instant now
    );

    std::optional<PersonName> by_nip(std::string_view nip);

private:
    Transaction& transaction_;
};

// "wib" and 5 as the database has them.
domain::Zona zona_of(const Row& row, int column);
domain::PolaKerja pola_of(const Row& row, int column);

// $n, $n+1: the two arrays of the keys.
void add_keys(Params& params, std::span<const PegawaiKey> keys);

}  // namespace storage
