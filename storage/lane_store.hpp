#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/connection.hpp"
#include "storage/outbox_store.hpp"

namespace storage {

enum class AttemptOutcome { Sent, NotSent, InDoubt };
enum class MessageState { Waiting, Held, Sent, InDoubt, Rejected, Gone, Dead };

// A message at the head of its lane.
struct LaneMessage {
    std::int64_t outbox_id = 0;
    std::int64_t conversation_id = 0;
    std::string kind, title, body, buttons, press_key, reply_to, address;
    bool reminder = false;        // class R
    int last_attempt = 0;         // 0: none yet
    bool last_in_doubt = false;   // its bytes may have left
    bool last_unsettled = false;  // nobody stored what became of it
    int failures = 0;             // of the lane, in a row
    int paced_ahead_ms = 0;       // how far the lane's sends so far reach ahead
    bool too_old = false;         // first tried more than 24 hours ago
    std::string parameters;       // of the notice's template, a line each
    bool reported = false;        // the platform says that it left, whatever we know
    std::string message_id;       // of a reported one
    bool window_open = false;     // the person wrote lately; says nothing where there is no window
    int templates = 0;            // that went to a closed window in this month
    std::string attachment;       // hash in the evidence store; empty: none
    std::string attachment_name, attachment_type;
    std::string upload_kind;  // "photo", "document": as the platform knows the file; empty: not
    std::string upload_reference;
};

struct Pace {
    int rest_ms = 0;   // before the next message of this chat
    int ahead_ms = 0;  // how far the messages sent so far reach ahead
    int failures = 0;
    bool gone = false;
};

// The lanes, on a connection of role Lane. The transaction is the lock: nobody else sends to the
// chat as long as it is open. Lives as long as that transaction.
class LaneStore {
public:
    explicit LaneStore(Transaction& transaction) : transaction_(transaction) {}

    // Locks one chat of the channel that has something of that urgency to be sent now, looking
    // behind `after` first.
    std::optional<std::int64_t> claim(
        std::string_view channel, Urgency urgency, std::int64_t after
    );

    // Nothing if it was sent meanwhile.
    std::optional<LaneMessage> next(std::int64_t conversation_id);

    void pace(std::int64_t conversation_id, const Pace& pace);

    // How many people beside that of the conversation were written to outside their window within
    // 24 hours, and whether he was.
    struct Reached {
        std::int64_t others = 0;
        bool this_one = false;
    };
    Reached reached_in_a_day(std::int64_t conversation_id);

    // The message waits until its recipient writes again, or until there is room among those
    // people: DueStore::release_for_room().
    enum class WaitsFor { Person, Room };
    void hold(std::int64_t outbox_id, WaitsFor what);

private:
    Transaction& transaction_;
};

// Makes this connection the only one that polls, as long as it lives; false if another one does. On
// a connection of role Lane.
bool take_poller_turn(Connection& connection);

struct Settlement {
    std::int64_t outbox_id = 0;
    int no = 0;
    AttemptOutcome outcome = AttemptOutcome::Sent;
    MessageState state = MessageState::Sent;
    std::string message_id;  // empty: none
    std::string error_code;
    // The platform knows the attachment from now on as this one; empty: nothing new.
    std::string upload_kind{}, upload_reference{};
    bool forget_upload = false;  // it does not know it any more
    bool as_template = false;
    // The recipient cannot be reached there: of this conversation what waits goes to the person's
    // other one, or waits until he writes. 0: he can.
    std::int64_t leaves = 0;
};

// On a connection of role Sender, each in a transaction of its own that is durable when it returns.
// begin_attempt() throws BadData if the number is taken: then somebody else sends, or sent.
void begin_attempt(Connection& connection, std::int64_t outbox_id, int no);
void settle_attempt(Connection& connection, const Settlement& settlement);

// The recipients of these conversations cannot be reached there, as the messages that just failed
// tell. Notices that failed or wait there go to each person's other conversation that can be
// reached; what stays waits until he writes again. Gives the ids of what goes elsewhere.
std::vector<std::int64_t> leave(
    Transaction& transaction,
    std::span<const std::int64_t> conversation_ids,
    std::span<const std::int64_t> failed_ids
);

// The platform says that the person of the conversation can no longer be written to freely.
void close_window(Connection& connection, std::int64_t conversation_id);

}  // namespace storage
