#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/connection.hpp"

namespace storage {

enum class DariSiapa { Orang, Bot };
std::string_view word(DariSiapa dari);  // "orang", "bot"

enum class StatusPesan { Terkirim, Sampai, Dibaca };
std::string_view word(StatusPesan status);  // "terkirim", "sampai", "dibaca"

// A message as a simulated phone shows it.
struct PesanPonsel {
    std::int64_t id = 0;
    std::string alamat, dari;
    domain::Instant pada;
    std::string isi;  // what its sender shows, as JSON
    std::optional<std::int64_t> balasan;
    std::string reaksi, status;
    bool bertombol = true;  // false: its buttons were taken off
};

struct NewPesan {
    std::string alamat;
    DariSiapa dari = DariSiapa::Orang;
    domain::Instant pada;
    std::string kunci;  // the sender's own mark
    std::string isi;
    std::optional<std::int64_t> balasan;
};

struct AddedPesan {
    std::int64_t id = 0;
    bool is_new = false;  // false: one with that mark was there
};

// What the page is told.
struct Kabar {
    std::string jenis;  // "pesan", "jam", "catatan", "mengetik"
    std::optional<std::int64_t> pesan_id{};
    std::string isi{};
};
struct ToldKabar {
    std::int64_t urutan = 0;
    std::string jenis, isi;
    std::optional<PesanPonsel> pesan;
};

struct SimulatorState {
    std::string tampilan;
    std::int64_t urutan = 0;                   // of what the page was told last
    std::optional<domain::Instant> jam;        // what the demo's clock said …
    std::optional<domain::Instant> jam_sejak;  // … at that real time
};

// A webhook body for the bot.
struct NewAntar {
    std::string alamat;
    std::optional<std::int64_t> pesan_id{};
    std::string isi;
    int delay_ms = 0;
    bool tahan = false;  // waits for the next one, which overtakes it
};
struct AntarPonsel {
    std::int64_t id = 0;
    std::string alamat;
    std::optional<std::int64_t> pesan_id;
    std::string isi;
};
struct AntarCount {
    std::int64_t all = 0, due = 0;
};

struct BerkasPonsel {
    std::string nama, tipe, isi;
};

struct OrangPonsel {
    std::string nip, nama, jabatan, unit;
    std::string nip_atasan;  // empty: none
    std::string alamat;
    bool terhubung = false;
    std::string telepon;
    std::int64_t instansi_id = 0;
    std::int64_t belum_dibaca = 0;  // messages of the bot
};

// What the simulated phones show and what their platform still owes the bot (`serve --demo`). Lives
// as long as one transaction. tell() is the last thing before the commit: from then on every other
// one waits.
class SimulatorStore {
public:
    explicit SimulatorStore(Transaction& transaction) : transaction_(transaction) {}

    // Shows a message; one whose mark the sender has used before is not shown again.
    AddedPesan add(const NewPesan& pesan);
    // The id of the one with that mark; nothing: there is none.
    std::optional<std::int64_t> marked(
        std::string_view alamat, DariSiapa dari, std::string_view kunci
    );
    void tell(const std::vector<Kabar>& news);

    // The newest `most` below the id (nothing: of all), oldest first.
    std::vector<PesanPonsel> messages(
        std::string_view alamat, std::optional<std::int64_t> below, int most
    );
    // Of that phone, or of whichever.
    std::optional<PesanPonsel> message(std::optional<std::string_view> alamat, std::int64_t id);

    // What came behind that number, at most `most`, in order; empty: nothing.
    std::vector<ToldKabar> told_behind(std::int64_t urutan, int most);

    SimulatorState state();
    void set_look(std::string_view tampilan);
    void keep_clock(domain::Instant now);

    // Up to that message, forward only; the ids of those that changed.
    std::vector<std::int64_t> set_status(
        std::string_view alamat, DariSiapa dari, std::int64_t up_to, StatusPesan status
    );
    // These three: whether that changed something. Only a person's message can be edited.
    bool edit(std::string_view alamat, std::int64_t id, std::string_view isi);
    bool set_reaction(std::string_view alamat, std::int64_t id, std::string_view reaksi);
    bool remove_buttons(std::string_view alamat, std::int64_t id);

    // When the person wrote last; nothing: never.
    std::optional<domain::Instant> last_written(std::string_view alamat);

    void add_delivery(const NewAntar& antar);
    void release_held(int delay_ms);
    std::vector<AntarPonsel> due_deliveries(int most);
    AntarCount count_deliveries();
    void finish_delivery(std::int64_t id);

    std::int64_t add_file(const BerkasPonsel& berkas);
    std::optional<BerkasPonsel> file(std::int64_t id);

    // The first persons of the database with their phones, and those of them bound to their phone
    // who have never had an address; returns how many were bound.
    std::vector<OrangPonsel> persons(int most, domain::Instant now);
    std::int64_t bind_unbound(int most, domain::Instant now);

private:
    Transaction& transaction_;
};

}  // namespace storage
