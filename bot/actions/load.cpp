#include "bot/actions/load.hpp"

#include "bot/actions/understand.hpp"

namespace bot {

template <class Wanted>
std::vector<storage::PegawaiKey> Loader::senders_where(Wanted wanted) const {
    std::vector<storage::PegawaiKey> keys;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        if (turns_[i].sender && wanted(needs_[i])) keys.push_back(turns_[i].sender->key);
    }
    return keys;
}

void Loader::load_references(Loaded& loaded) {
    load_digests(loaded);
    load_receipts(loaded);
    load_bindings(loaded);
}

void Loader::load_contents(Loaded& loaded) {
    load_kinerja(loaded);
    load_bukti_bawahan(loaded);
    load_waiting(loaded);
    load_chats(loaded);
}

void Loader::load_digests(Loaded& loaded) {
    storage::DigestStore store(transaction_);
    std::vector<storage::DigestKey> wanted;
    loaded.latest =
        store.latest(senders_where([](const Needs& needs) { return needs.latest_digests; }));
    std::vector<std::int64_t> ids;
    for (const storage::LatestDigest& latest : loaded.latest) {
        wanted.push_back({latest.penilai.instansi_id, latest.digest_id});
        ids.push_back(latest.digest_id);
    }
    for (const Needs& needs : needs_) {
        wanted.insert(wanted.end(), needs.digests.begin(), needs.digests.end());
    }
    const auto by_key = [](const storage::DigestKey& left, const storage::DigestKey& right) {
        return std::pair(left.instansi_id, left.digest_id) <
               std::pair(right.instansi_id, right.digest_id);
    };
    const std::set<storage::DigestKey, decltype(by_key)> distinct(
        wanted.begin(), wanted.end(), by_key
    );
    wanted.assign(distinct.begin(), distinct.end());
    loaded.digest_items = store.items(wanted);
    const auto doubtful = storage::OutboxStore(transaction_).in_doubt_digests(ids);
    loaded.in_doubt_digests = {doubtful.begin(), doubtful.end()};
}

void Loader::load_receipts(Loaded& loaded) {
    std::vector<storage::WantedReceipt> wanted;
    std::vector<storage::WantedByMessage> messages;
    std::vector<std::int64_t> released;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        const storage::OpenEvent& event = turns_[i].event;
        if (needs_[i].receipt) wanted.push_back(*needs_[i].receipt);
        if (needs_[i].released) released.push_back(event.conversation_id);
        if (!needs_[i].recorded) continue;
        messages.push_back({turns_[i].sender->key, event.conversation_id, subject_message(event)});
    }
    const domain::Instant since = turns_.front().now - domain::kMasaUrung;
    storage::ReceiptStore store(transaction_);
    loaded.receipts = store.find(wanted, since);
    loaded.recorded = store.of_messages(messages);
    loaded.released = store.of_released(released, since);
    std::vector<storage::ReceiptKey> keys;
    for (const auto& [person, receipt] : loaded.receipts) {
        keys.push_back({person.instansi_id, receipt.kode});
    }
    for (const storage::Receipt& receipt : loaded.recorded) {
        keys.push_back({receipt.pegawai.instansi_id, receipt.kode});
    }
    loaded.receipt_effects = storage::RealisasiStore(transaction_).effects_of(keys);
    loaded.bukti_effects = storage::BuktiStore(transaction_).effects_of(keys);
}

void Loader::load_bindings(Loaded& loaded) {
    std::vector<std::string> nips, tokens;
    for (const Needs& needs : needs_) {
        if (needs.nip) nips.push_back(*needs.nip);
        if (needs.token_hash) tokens.push_back(*needs.token_hash);
    }
    if (nips.empty() && tokens.empty()) return;
    storage::BindingStore store(transaction_);
    const domain::Instant now = turns_.front().now;
    loaded.by_nip = store.candidates(nips, now);
    loaded.by_token = store.by_token(tokens, now);
    std::vector<storage::PegawaiKey> persons;
    for (const auto& [nip, person] : loaded.by_nip) persons.push_back(person.key);
    for (const auto& [hash, person] : loaded.by_token) persons.push_back(person.key);
    loaded.bound = store.bound(persons, now);
}

void Loader::load_kinerja(Loaded& loaded) {
    const auto persons = senders_where([](const Needs& needs) { return needs.kinerja; });
    if (persons.empty()) return;
    std::set<std::int64_t> instansi;
    for (const storage::PegawaiKey& key : persons) instansi.insert(key.instansi_id);
    storage::KinerjaStore store(transaction_);
    loaded.kinerja = store.load(persons);
    loaded.bukti = storage::BuktiStore(transaction_).load(persons);
    loaded.acuan = store.acuan(std::vector<std::int64_t>(instansi.begin(), instansi.end()));
}

void Loader::load_bukti_bawahan(Loaded& loaded) {
    loaded.bukti_bawahan =
        storage::BuktiStore(transaction_).of_bawahan(senders_where([](const Needs& needs) {
            return needs.bukti_bawahan;
        }));
}

void Loader::load_waiting(Loaded& loaded) {
    storage::DigestStore store(transaction_);
    loaded.waiting = store.waiting(senders_where([](const Needs& needs) { return needs.waiting; }));
    const auto lists = senders_where([](const Needs& needs) { return needs.fresh_digest; }).size();
    if (lists > 0) loaded.fresh_digest_ids = store.reserve_ids(static_cast<int>(lists));
}

void Loader::load_chats(Loaded& loaded) {
    std::set<storage::PegawaiKey> owners;
    for (const storage::WaitingItem& item : loaded.digest_items) {
        owners.insert({item.instansi_id, item.pemilik_id});
    }
    if (owners.empty()) return;
    loaded.chats =
        storage::PegawaiStore(transaction_)
            .chats(
                std::vector<storage::PegawaiKey>(owners.begin(), owners.end()), turns_.front().now
            );
}

std::set<storage::PegawaiKey> touched_by(
    const Turn& turn, const Needs& needs, const Loaded& loaded
) {
    std::set<storage::PegawaiKey> touched;
    if (turn.sender) touched.insert(turn.sender->key);
    if (turn.sender && (needs.latest_digests || !needs.digests.empty())) {
        for (const storage::WaitingItem& item : loaded.digest_items) {
            if (item.penilai_id != turn.sender->key.pegawai_id) continue;
            touched.insert({item.instansi_id, item.pemilik_id});
        }
    }
    if (needs.receipt) {
        const auto receipt = loaded.receipts.find(needs.receipt->pegawai);
        for (const storage::ReceiptEffect& effect : loaded.receipt_effects) {
            if (receipt != loaded.receipts.end() && effect.kwitansi == receipt->second.kode) {
                touched.insert(effect.pemilik);
            }
        }
        for (const storage::BuktiEffect& effect : loaded.bukti_effects) {
            if (receipt != loaded.receipts.end() && effect.kwitansi == receipt->second.kode) {
                touched.insert(effect.pemilik);
            }
        }
    }
    if (needs.released) {
        const auto receipt = loaded.released.find(turn.event.conversation_id);
        if (receipt != loaded.released.end()) touched.insert(receipt->second.pegawai);
    }
    if (needs.nip) {
        const auto person = loaded.by_nip.find(*needs.nip);
        if (person != loaded.by_nip.end()) touched.insert(person->second.key);
    }
    if (needs.token_hash) {
        const auto person = loaded.by_token.find(*needs.token_hash);
        if (person != loaded.by_token.end()) touched.insert(person->second.key);
    }
    return touched;
}

}  // namespace bot
