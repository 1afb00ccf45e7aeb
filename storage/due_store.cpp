#include "storage/due_store.hpp"

#include <map>

#include "storage/lane_store.hpp"

namespace storage {
namespace {

constexpr std::int64_t kPersonsOfAPage = 1000;

}  // namespace

std::int64_t DueStore::promote_outbox(domain::Instant now) {
    std::int64_t promoted = 0;
    std::vector<std::int64_t> gone;
    for (const Row row : transaction_.run("due/promote_outbox", Params().add(now))) {
        promoted = row.number(0);
        if (!row.is_null(1)) gone.push_back(row.number(1));
    }
    if (!gone.empty()) leave(transaction_, gone, {});
    return promoted;
}

std::int64_t DueStore::release_held() {
    return transaction_.run("due/release_held").affected();
}

std::int64_t DueStore::release_for_room(std::int64_t most_people) {
    return transaction_.run("due/release_for_room", Params().add(most_people)).affected();
}

std::int64_t DueStore::submit_realisasi(domain::Instant now, std::chrono::seconds masa_urung) {
    return transaction_.run("due/submit_realisasi", Params().add(now).add(masa_urung.count()))
        .affected();
}

std::vector<DuePenilai> DueStore::penilai_with_news() {
    std::vector<DuePenilai> due;
    for (const Row row : transaction_.run("due/penilai_with_news")) {
        due.push_back(
            {{row.number(0), row.number(1)}, zona_of(row, 2), pola_of(row, 3), row.number(4)}
        );
    }
    return due;
}

std::optional<PersonPage> DueStore::next_page(std::int64_t instansi_id, std::int64_t after) {
    const Rows rows = transaction_.run(
        "due/page_of_persons", Params().add(instansi_id).add(after).add(kPersonsOfAPage)
    );
    if (rows[0].is_null(0)) return std::nullopt;
    return PersonPage{instansi_id, after, rows[0].number(0)};
}

std::vector<MissingRealisasi> DueStore::missing_realisasi(
    const PersonPage& page, std::int64_t periode_id, int tahun
) {
    Params params;
    params.add(page.instansi_id).add(periode_id).add(tahun).add(page.after).add(page.last);
    std::vector<MissingRealisasi> missing;
    for (const Row row : transaction_.run("due/missing_realisasi", params)) {
        missing.push_back({
            .pegawai_id = row.number(0),
            .conversation_id = row.number(1),
            .rhk_nomor = row.integer(2),
            .rhk_teks = row.text(3),
            .aspek = row.text_or_empty(4),
            .dikembalikan = row.view(5) == "dikembalikan",
        });
    }
    return missing;
}

std::vector<NoticeKey> DueStore::claim(std::span<const NoticeKey> occasions, domain::Instant now) {
    std::vector<NoticeKey> claimed;
    if (occasions.empty()) return claimed;
    ArrayParam instansi, rule, pegawai, periode, slot;
    std::map<std::tuple<std::int64_t, std::int64_t, std::string>, const NoticeKey*> asked;
    for (const NoticeKey& key : occasions) {
        instansi.add(key.instansi_id);
        rule.add(key.rule);
        pegawai.add(key.pegawai_id);
        periode.add(key.periode_id);
        slot.add(key.slot);
        asked[{key.pegawai_id, key.periode_id, key.slot}] = &key;
    }
    Params params;
    params.add(instansi).add(rule).add(pegawai).add(periode).add(slot).add(now);
    for (const Row row : transaction_.run("notice/add", params)) {
        claimed.push_back(*asked.at({row.number(0), row.number(1), row.text(2)}));
    }
    return claimed;
}

domain::Instant DueStore::database_time() {
    return transaction_.run("due/now")[0].instant(0);
}

QueueLengths queue_lengths(Connection& connection) {
    Transaction transaction(connection);
    const Rows rows = transaction.run("admin/queues");
    const Row row = rows[0];
    return {
        .bodies = row.number(0),
        .events = row.number(1),
        .quarantined_events = row.number(2),
        .quarantined_bodies = row.number(3),
        .messages = row.number(4),
        .in_doubt = row.number(5),
        .dead = row.number(6),
        .gone = row.number(7),
    };
}

PlatformUsage platform_usage(Transaction& transaction) {
    const Rows rows = transaction.run("reach/usage");
    return {rows[0].number(0), rows[0].number(1)};
}

std::int64_t people_out_of_reach(Connection& connection) {
    Transaction transaction(connection);
    return transaction.run("admin/out_of_reach")[0].number(0);
}

}  // namespace storage
