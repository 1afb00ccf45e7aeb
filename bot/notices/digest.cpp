#include <map>

#include "bot/baris_putusan.hpp"
#include "bot/conversation/replies/putusan.hpp"
#include "bot/message_parts.hpp"
#include "bot/notices/due.hpp"
#include "bot/notices/message.hpp"
#include "bot/notices/waktu_kirim.hpp"
#include "storage/digest_store.hpp"

namespace bot {
namespace {

constexpr std::string_view kRealisasiDiajukan = "realisasi_diajukan";

// What a person can take in with one message; the rest follows when these are decided.
constexpr std::size_t kMostItems = 20;

// Penilai with news to whom may be written now and who had no digest in this half-day.
std::map<storage::PegawaiKey, storage::DuePenilai> claim_penilai(
    storage::DueStore& store, domain::Instant now
) {
    std::vector<storage::NoticeKey> occasions;
    std::map<storage::PegawaiKey, storage::DuePenilai> by_key;
    for (const storage::DuePenilai& due : store.penilai_with_news()) {
        if (!boleh_kirim(now, due.zona)) continue;
        occasions.push_back({
            .instansi_id = due.penilai.instansi_id,
            .rule = std::string(kRealisasiDiajukan),
            .pegawai_id = due.penilai.pegawai_id,
            .periode_id = 0,
            .slot = paruh_hari(now, due.zona),
        });
        by_key[due.penilai] = due;
    }
    std::map<storage::PegawaiKey, storage::DuePenilai> claimed;
    for (const storage::NoticeKey& key : store.claim(occasions, now)) {
        const storage::PegawaiKey penilai{key.instansi_id, key.pegawai_id};
        claimed[penilai] = by_key.at(penilai);
    }
    return claimed;
}

struct List {
    std::vector<BarisPutusan> rows;
    std::vector<storage::DigestItem> items;
};

std::map<storage::PegawaiKey, List> lists_of(const std::vector<storage::WaitingItem>& waiting) {
    std::map<storage::PegawaiKey, List> lists;
    for (const storage::WaitingItem& item : waiting) {
        List& list = lists[{item.instansi_id, item.penilai_id}];
        if (list.rows.size() == kMostItems) continue;
        list.rows.push_back(baris(item));
        list.rows.back().nomor = static_cast<int>(list.rows.size());
        list.items.push_back(
            {item.sekarang.indikator_id, item.sekarang.periode_id, item.sekarang.versi}
        );
    }
    return lists;
}

}  // namespace

int send_digests(storage::Transaction& transaction, domain::Instant now, Random& random) {
    storage::DueStore due(transaction);
    const auto claimed = claim_penilai(due, now);
    if (claimed.empty()) return 0;
    std::vector<storage::PegawaiKey> keys;
    for (const auto& [key, penilai] : claimed) keys.push_back(key);

    storage::DigestStore store(transaction);
    const auto lists = lists_of(store.waiting(keys));
    const auto ids = store.reserve_ids(static_cast<int>(lists.size()));
    std::vector<storage::NewDigest> digests;
    std::vector<storage::NewMessage> messages;
    for (const auto& [key, list] : lists) {
        const storage::DuePenilai& penilai = claimed.at(key);
        const std::int64_t id = ids[digests.size()];
        digests.push_back({key, id, paruh_hari(now, penilai.zona), now, list.items});
        auto message = reminder_message(digest(list.rows), std::string(kRealisasiDiajukan), now, random);
        message.conversation_id = penilai.conversation_id;
        message.pegawai_id = key.pegawai_id;
        message.digest_id = id;
        add_in_parts(messages, std::move(message));
    }
    store.add(digests);
    storage::OutboxStore(transaction).add(messages);
    return static_cast<int>(messages.size());
}

}  // namespace bot
