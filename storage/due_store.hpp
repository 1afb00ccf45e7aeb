#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/kalender/hari_kerja.hpp"
#include "storage/pegawai_store.hpp"

namespace storage {

struct DuePenilai {
    PegawaiKey penilai;
    domain::Zona zona = domain::Zona::Wib;
    domain::PolaKerja pola = domain::PolaKerja::LimaHari;
    std::int64_t conversation_id = 0;
};

// Persons of an instansi by id: behind `after`, up to `last`.
struct PersonPage {
    std::int64_t instansi_id = 0;
    std::int64_t after = 0;
    std::int64_t last = 0;
};

struct MissingRealisasi {
    std::int64_t pegawai_id = 0;
    std::int64_t conversation_id = 0;
    int rhk_nomor = 0;
    std::string rhk_teks, aspek;
    bool dikembalikan = false;
};

// An occasion to tell a person something: one and the same whatever happens.
struct NoticeKey {
    std::int64_t instansi_id = 0;
    std::string rule;
    std::int64_t pegawai_id = 0;
    std::int64_t periode_id = 0;  // 0: none
    std::string slot;
    friend auto operator<=>(const NoticeKey&, const NoticeKey&) = default;
};

// What has become due. Several instances may ask at the same time. Lives as long as one
// transaction.
class DueStore {
public:
    explicit DueStore(Transaction& transaction) : transaction_(transaction) {}

    // Messages whose time has come may be sent; returns how many. Those to somebody who is gone go
    // to his other conversation, or wait until he writes.
    std::int64_t promote_outbox(domain::Instant now);

    // What waited for somebody to write, and he did; returns how many.
    std::int64_t release_held();

    // What waited for room may go, if so many people may be written to outside their window in 24
    // hours; returns how many.
    std::int64_t release_for_room(std::int64_t most_people);

    // Realisasi whose grace time is over go to the penilai; returns how many.
    std::int64_t submit_realisasi(domain::Instant now, std::chrono::seconds masa_urung);

    // Penilai who can be reached and for whom something waits that no digest has shown.
    std::vector<DuePenilai> penilai_with_news();

    // The persons of the instansi behind person `after`, so many as one statement can look at
    // within its time; nothing: there are none.
    std::optional<PersonPage> next_page(std::int64_t instansi_id, std::int64_t after);

    // Who of these persons can be reached and misses a realisasi in the period, ordered by person.
    std::vector<MissingRealisasi> missing_realisasi(
        const PersonPage& page, std::int64_t periode_id, int tahun
    );

    // Claims the occasions; gives back those that nobody had claimed before.
    std::vector<NoticeKey> claim(std::span<const NoticeKey> occasions, domain::Instant now);

    domain::Instant database_time();

private:
    Transaction& transaction_;
};

// What waits in the queues, for /readyz, /metrics and doctor.
struct QueueLengths {
    std::int64_t bodies = 0, events = 0, quarantined_events = 0, quarantined_bodies = 0,
                 messages = 0, in_doubt = 0, dead = 0, gone = 0;
};
QueueLengths queue_lengths(Connection& connection);

// What a platform counts: people who were written to outside their window within 24 hours, and
// other messages that arrived in this month (by UTC).
struct PlatformUsage {
    std::int64_t people = 0, free_messages = 0;
};
PlatformUsage platform_usage(Transaction& transaction);

// How many people are bound and can be written to in none of their chats; `skpbot export` lists
// them.
std::int64_t people_out_of_reach(Connection& connection);

}  // namespace storage
