#include "storage/turn_store.hpp"

#include <cstdlib>

namespace storage {
namespace {

ArrayParam array_of(std::span<const std::int64_t> ids) {
    ArrayParam array;
    for (const std::int64_t id : ids) array.add(id);
    return array;
}

const char* word(EventState state) {
    switch (state) {
        case EventState::Done:
            return "done";
        case EventState::Ignored:
            return "ignored";
        case EventState::Quarantine:
            return "quarantine";
    }
    std::abort();
}

OpenEvent event_of(const Row& row) {
    return {
        .id = row.number(0),
        .kind = row.text(1),
        .message_id = row.text(2),
        .reply_to = row.text(3),
        .forwarded = row.flag(4),
        .body = row.text(5),
        .detail = row.text(6),
        .sender = row.text(7),
        .sent_at = row.instant_or_none(8),
        .received_at = row.instant(9),
        .tries = row.integer(10),
        .conversation_id = row.number(11),
        .channel = row.text(12),
        .address = row.text(13),
        .number = row.text(20),
        .dialogue = row.text(14),
        .dialogue_at = row.instant_or_none(15),
        .wrong_tries = row.integer(16),
        .locked_until = row.instant_or_none(17),
        .greeted_at = row.instant_or_none(18),
        .database_time = row.instant(19),
    };
}

}  // namespace

std::vector<OpenEvent> TurnStore::claim(int limit, std::int64_t after) {
    auto events = claim_behind(after, limit);
    return events.empty() && after > 0 ? claim_behind(0, limit) : events;
}

std::vector<OpenEvent> TurnStore::claim_behind(std::int64_t after, int limit) {
    std::vector<std::int64_t> claimed;
    for (const Row row :
         transaction_.run("turn/claim_conversations", Params().add(limit).add(after))) {
        claimed.push_back(row.number(0));
    }
    return oldest(claimed);
}

std::int64_t TurnStore::last_conversation() {
    const Rows rows = transaction_.run("turn/last_conversation", Params());
    return rows[0].number(0);
}

std::vector<OpenEvent> TurnStore::oldest(std::span<const std::int64_t> conversation_ids) {
    std::vector<OpenEvent> events;
    if (conversation_ids.empty()) return events;
    for (const Row row :
         transaction_.run("turn/oldest_events", Params().add(array_of(conversation_ids)))) {
        events.push_back(event_of(row));
    }
    return events;
}

void TurnStore::finish(std::span<const FinishedEvent> events) {
    if (events.empty()) return;
    ArrayParam ids, states;
    for (const FinishedEvent& event : events) {
        ids.add(event.id);
        states.add(word(event.state));
    }
    transaction_.run("turn/finish_events", Params().add(ids).add(states));
}

void TurnStore::save(std::span<const SavedDialogue> dialogues) {
    if (dialogues.empty()) return;
    ArrayParam conversation, dialogue, since, wrong, locked, greeted;
    for (const SavedDialogue& saved : dialogues) {
        conversation.add(saved.conversation_id);
        dialogue.add(saved.dialogue);
        since.add(saved.dialogue_at);
        wrong.add(saved.wrong_tries);
        locked.add(saved.locked_until);
        greeted.add(saved.greeted_at);
    }
    transaction_.run(
        "turn/save_dialogues",
        Params().add(conversation).add(dialogue).add(since).add(wrong).add(locked).add(greeted)
    );
}

void TurnStore::give_back_tries(std::span<const std::int64_t> event_ids) {
    if (event_ids.empty()) return;
    transaction_.run("turn/give_back_tries", Params().add(array_of(event_ids)));
}

void count_tries(Connection& connection, std::span<const std::int64_t> event_ids) {
    Transaction transaction(connection);
    transaction.run("tries/count_tries", Params().add(array_of(event_ids)));
    transaction.commit();
}

}  // namespace storage
