#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/connection.hpp"

namespace storage {

// The oldest open event of a conversation, with what the conversation remembers.
struct OpenEvent {
    std::int64_t id = 0;
    std::string kind, message_id, reply_to;
    bool forwarded = false;
    std::string body, detail, sender;
    std::optional<domain::Instant> sent_at;
    domain::Instant received_at;
    int tries = 0;  // before this one

    std::int64_t conversation_id = 0;
    std::string channel, address;
    std::string number;    // telephone number that the platform vouches for; empty: none
    std::string dialogue;  // "": none
    std::optional<domain::Instant> dialogue_at;
    int wrong_tries = 0;
    std::optional<domain::Instant> locked_until;
    std::optional<domain::Instant> greeted_at;

    domain::Instant database_time;
};

enum class EventState { Done, Ignored, Quarantine };
struct FinishedEvent {
    std::int64_t id = 0;
    EventState state = EventState::Done;
};

struct SavedDialogue {
    std::int64_t conversation_id = 0;
    std::string dialogue;
    std::optional<domain::Instant> dialogue_at;
    int wrong_tries = 0;
    std::optional<domain::Instant> locked_until;
    std::optional<domain::Instant> greeted_at;
};

// The work of turns: claiming conversations and settling their events. Lives as long as one
// transaction, which holds the locks of what it claimed.
class TurnStore {
public:
    explicit TurnStore(Transaction& transaction) : transaction_(transaction) {}

    // Locks up to `limit` conversations that have something open and that nobody works on,
    // beginning behind `after` and, if there is none, at the first; gives the oldest open event of
    // each. Empty: nothing is open and free.
    std::vector<OpenEvent> claim(int limit, std::int64_t after);

    // The highest id of a conversation; 0 if there is none.
    std::int64_t last_conversation();

    // A conversation this transaction holds already may be read again, after a savepoint.
    std::vector<OpenEvent> oldest(std::span<const std::int64_t> conversation_ids);

    void finish(std::span<const FinishedEvent> events);
    void save(std::span<const SavedDialogue> dialogues);

    // The tries of events that were claimed and left alone do not count.
    void give_back_tries(std::span<const std::int64_t> event_ids);

private:
    std::vector<OpenEvent> claim_behind(std::int64_t after, int limit);

    Transaction& transaction_;
};

// Counts a try of each event, durable enough to outlive a crash of the program. In a transaction of
// its own, on another connection (role Lane) than the one that claimed them.
void count_tries(Connection& connection, std::span<const std::int64_t> event_ids);

}  // namespace storage
