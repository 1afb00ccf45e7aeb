#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/connection.hpp"

namespace storage {

struct StoredBody {
    std::int64_t id = 0;
    std::string channel, account, raw;
    domain::Instant received_at;
};

// One thing that one person did, as it is kept until its turn.
struct NewEvent {
    std::int64_t inbox_id = 0;
    std::int64_t conversation_id = 0;
    std::string channel, account, address;  // of the conversation
    std::string number;  // telephone number that the platform vouches for; empty: none told
    std::string external_id, natural_key;
    std::string kind;
    std::string message_id, reply_to;
    bool forwarded = false;
    std::string body, detail, sender;
    std::optional<domain::Instant> sent_at;
    domain::Instant received_at;
    bool ignored = false;
    bool closes_chat = false;                     // the person can no longer be written to here
    std::optional<domain::Instant> window_until;  // the person may be written to freely until then
};

enum class BodyState { Split, Quarantine };
struct CutBody {
    std::int64_t id = 0;
    BodyState state = BodyState::Split;
};

// The cutting of bodies into events; one at a time in all instances. Lives as long as one
// transaction.
class SplitStore {
public:
    explicit SplitStore(Transaction& transaction) : transaction_(transaction) {}

    // False if another instance is at it. The turn ends with the transaction.
    bool take_turn();

    // The oldest bodies that nobody has cut, in the order in which they came.
    std::vector<StoredBody> oldest_bodies(int limit);

    // Adds the events in their order, making conversations where they are new. Returns how many
    // were new: one that is known, by its id or by its effect, changes nothing.
    std::int64_t add(std::vector<NewEvent> events);

    void finish(std::span<const CutBody> bodies);

private:
    void note_who_is_there(const std::vector<NewEvent>& events);
    void open_windows(const std::vector<NewEvent>& events);
    void find_conversations(std::vector<NewEvent>& events);

    Transaction& transaction_;
};

}  // namespace storage
