#include "bot/actions/batch.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/load.hpp"
#include "bot/actions/understand.hpp"
#include "bot/conversation/replies/ikat.hpp"
#include "bot/conversation/replies/umum.hpp"
#include "bot/notices/message.hpp"
#include "bot/reply_message.hpp"
#include "storage/defects.hpp"
#include "storage/errors.hpp"

namespace bot {
namespace {

std::vector<Needs> needs_of_all(const std::vector<Turn>& turns) {
    std::vector<Needs> needs;
    needs.reserve(turns.size());
    for (const Turn& turn : turns) needs.push_back(needs_of(turn));
    return needs;
}

// The turns that touch nobody whom an earlier one touches, and their needs; the others are
// deferred: each decision must see what the one before it did.
struct Disjoint {
    std::vector<Turn> turns;
    std::vector<Needs> needs;
    std::vector<std::int64_t> deferred;
    std::vector<storage::PegawaiKey> persons;  // all touched
    bool others = false;                       // somebody beside the senders is touched
};

Disjoint separate(
    const std::vector<Turn>& turns, const std::vector<Needs>& needs, const Loaded& loaded
) {
    Disjoint result;
    std::set<storage::PegawaiKey> taken;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto touched = touched_by(turns[i], needs[i], loaded);
        const bool clash = std::ranges::any_of(touched, [&](const storage::PegawaiKey& key) {
            return taken.contains(key);
        });
        if (clash) {
            result.deferred.push_back(turns[i].event.id);
            continue;
        }
        result.others |= touched.size() > 1 || !turns[i].sender;
        taken.insert(touched.begin(), touched.end());
        result.turns.push_back(turns[i]);
        result.needs.push_back(needs[i]);
    }
    result.persons.assign(taken.begin(), taken.end());
    return result;
}

storage::NewMessage old_address_message(
    const storage::OldAddress& old, domain::Instant now, Random& random
) {
    storage::NewMessage message =
        message_of(alamat_baru(domain::tulis_waktu(now, domain::Zona::Wib), old.ends), random);
    message.conversation_id = old.conversation_id;
    message.kind = "alamat_baru";
    message.urgency = urgency_of(message.kind);
    message.due_at = now;
    message.pegawai_id = old.pegawai.pegawai_id;
    message.created_at = now;
    return message;
}

}  // namespace

BatchReport TurnBatch::run(std::vector<storage::OpenEvent> events) {
    std::vector<storage::OpenEvent> poisoned;
    std::erase_if(events, [&](const storage::OpenEvent& event) {
        if (event.tries < kMostTries) return false;
        poisoned.push_back(event);
        return true;
    });
    set_aside(poisoned);
    if (events.empty()) return report_;

    transaction_.savepoint();
    std::vector<Turn> turns;
    try {
        turns = understand_all(std::move(events));
        work(turns);
    } catch (const storage::Outage&) {
        throw;
    } catch (const std::exception&) {
        transaction_.rollback_to_savepoint();
        work_one_by_one(turns);
    }
    return report_;
}

std::vector<Turn> TurnBatch::understand_all(std::vector<storage::OpenEvent> events) {
    std::vector<std::int64_t> conversations;
    std::vector<storage::RepliedTo> replies;
    std::vector<std::string> press_keys;
    for (const storage::OpenEvent& event : events) {
        conversations.push_back(event.conversation_id);
        if (!event.reply_to.empty()) replies.push_back({event.conversation_id, event.reply_to});
        if (event.kind != "press") continue;
        if (const auto pressed = pressed_button(event.body))
            press_keys.push_back(pressed->press_key);
    }
    const auto senders =
        storage::PegawaiStore(transaction_).senders(conversations, circumstances_.now);
    const auto referred = storage::OutboxStore(transaction_).referred(replies, press_keys);

    std::vector<Turn> turns;
    for (storage::OpenEvent& event : events) {
        bot::Circumstances about{std::nullopt, std::nullopt, circumstances_.now};
        const auto sender = senders.find(event.conversation_id);
        if (sender != senders.end()) about.sender = sender->second;
        const auto pressed = event.kind == "press" ? pressed_button(event.body) : std::nullopt;
        const auto message = std::ranges::find_if(referred, [&](const auto& candidate) {
            if (pressed) return candidate.press_key == pressed->press_key;
            return !event.reply_to.empty() && candidate.message_id == event.reply_to &&
                   candidate.conversation_id == event.conversation_id;
        });
        if (message != referred.end()) about.referred = *message;
        turns.push_back(understand(std::move(event), std::move(about)));
    }
    return turns;
}

void TurnBatch::work(const std::vector<Turn>& turns) {
    const std::vector<Needs> needs = needs_of_all(turns);
    Loaded loaded;
    loaded.activation_key = circumstances_.activation_key;
    Loader(transaction_, turns, needs).load_references(loaded);
    const Disjoint now = separate(turns, needs, loaded);
    storage::PegawaiStore(transaction_).lock(now.persons);

    Loader loader(transaction_, now.turns, now.needs);
    // What was read before the locks may have changed.
    if (now.others) loader.load_references(loaded);
    loader.load_contents(loaded);

    Effects effects;
    for (std::size_t i = 0; i < now.turns.size(); ++i) {
        TurnContext context(now.turns[i], loaded, effects, random_);
        act(context);
        if (now.needs[i].fresh_digest) loaded.fresh_digest_ids.pop_back();
    }
    write(effects);
    storage::TurnStore(transaction_).give_back_tries(now.deferred);
    report_.done += static_cast<int>(now.turns.size());
    report_.deferred += static_cast<int>(now.deferred.size());
}

void TurnBatch::work_one_by_one(const std::vector<Turn>& turns) {
    for (const Turn& turn : turns) {
        transaction_.savepoint();
        try {
            work({turn});
        } catch (const storage::Outage&) {
            throw;
        } catch (const std::exception& error) {
            transaction_.rollback_to_savepoint();
            ++report_.failed;
            spdlog::warn(fmt::format(
                "turn failed event={} tries={} kind={}",
                turn.event.id,
                turn.event.tries + 1,
                turn.event.kind
            ));
        }
    }
}

void TurnBatch::write(Effects& effects) {
    if (SKPBOT_DEFECT("effect_before_done")) effects.finished.clear();
    storage::RealisasiStore(transaction_).save(effects.versi);
    storage::BuktiStore evidence(transaction_);
    evidence.add(effects.bukti);
    evidence.save(effects.bukti_versi);
    storage::ReceiptStore receipts(transaction_);
    receipts.add(effects.receipts);
    receipts.cancel(effects.cancelled_receipts);
    storage::LedgerStore(transaction_).add(effects.ledger);
    storage::DigestStore(transaction_).add(effects.digests);

    storage::BindingStore bindings(transaction_);
    bindings.use(effects.used_codes, circumstances_.now);
    bindings.count_wrong(effects.wrong_codes);
    bindings.end(effects.ended, circumstances_.now);
    bindings.reject_newer(effects.rejected_newer, circumstances_.now);
    bindings.undo(effects.undone_bindings, circumstances_.now);
    bindings.reopen(effects.reopened);
    for (const storage::OldAddress& old : bindings.bind(effects.bindings)) {
        effects.messages.push_back(old_address_message(old, circumstances_.now, random_));
    }

    storage::OutboxStore outbox(transaction_);
    outbox.cancel(effects.cancelled_messages);
    outbox.mark_used(effects.used_messages, circumstances_.now);
    outbox.add(effects.messages);
    outbox.show(effects.shown, circumstances_.now);
    storage::TurnStore turns(transaction_);
    turns.save(effects.dialogues);
    turns.finish(effects.finished);
    report_.messages += static_cast<int>(std::ranges::count_if(
        effects.messages, [](const storage::NewMessage& message) { return !message.scheduled; }
    ));
    report_.messages += static_cast<int>(effects.shown.size());
    report_.used_buttons.insert(
        report_.used_buttons.end(), effects.used_buttons.begin(), effects.used_buttons.end()
    );
}

// The person is told, and the conversation goes on.
void TurnBatch::set_aside(const std::vector<storage::OpenEvent>& poisoned) {
    std::vector<storage::FinishedEvent> finished;
    std::vector<storage::NewMessage> messages;
    for (const storage::OpenEvent& event : poisoned) {
        finished.push_back({event.id, storage::EventState::Quarantine});
        storage::NewMessage message = message_of(maaf_gagal(), random_);
        message.conversation_id = event.conversation_id;
        message.kind = "balasan";
        message.urgency = storage::Urgency::Answer;
        message.due_at = circumstances_.now;
        message.event_id = event.id;
        message.created_at = circumstances_.now;
        messages.push_back(std::move(message));
        spdlog::error(fmt::format(
            "event set aside event={} tries={} kind={}", event.id, event.tries, event.kind
        ));
    }
    storage::OutboxStore(transaction_).add(messages);
    storage::TurnStore(transaction_).finish(finished);
    report_.quarantined += static_cast<int>(poisoned.size());
    report_.messages += static_cast<int>(messages.size());
}

}  // namespace bot
