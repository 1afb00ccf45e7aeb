#include "storage/lane_store.hpp"

#include <array>
#include <cstdlib>

namespace storage {
namespace {

// How many conversations lane/claim looks at: few at first, for mostly one of them is free.
constexpr std::int64_t kFirstLook = 4;
constexpr std::int64_t kFurtherLook = 32;

const char* word(AttemptOutcome outcome) {
    switch (outcome) {
        case AttemptOutcome::Sent:
            return "sent";
        case AttemptOutcome::NotSent:
            return "not_sent";
        case AttemptOutcome::InDoubt:
            return "in_doubt";
    }
    std::abort();
}

const char* word(MessageState state) {
    switch (state) {
        case MessageState::Waiting:
            return "waiting";
        case MessageState::Held:
            return "held";
        case MessageState::Sent:
            return "sent";
        case MessageState::InDoubt:
            return "in_doubt";
        case MessageState::Rejected:
            return "rejected";
        case MessageState::Gone:
            return "gone";
        case MessageState::Dead:
            return "dead";
    }
    std::abort();
}

}  // namespace

std::optional<std::int64_t> LaneStore::claim(
    std::string_view channel, Urgency urgency, std::int64_t after
) {
    std::int64_t look = kFirstLook;
    for (std::int64_t start = after;;) {
        Params params;
        params.add(channel).add(start).add(static_cast<std::int64_t>(urgency)).add(look);
        const Rows rows = transaction_.run("lane/claim", params);
        const Row row = rows[0];
        if (!row.is_null(0)) return row.number(0);
        const bool more = row.number(2) == look;
        look = kFurtherLook;
        if (more) {
            start = row.number(1);  // all of these rest or are in flight: look behind them
        } else if (start > 0 && after > 0) {
            start = after = 0;  // once more from the beginning
        } else {
            return std::nullopt;
        }
    }
}

std::optional<LaneMessage> LaneStore::next(std::int64_t conversation_id) {
    const Rows rows = transaction_.run("lane/next_message", Params().add(conversation_id));
    if (rows.empty()) return std::nullopt;
    const Row row = rows[0];
    const bool tried = !row.is_null(11);
    const std::string outcome = row.text_or_empty(12);
    return LaneMessage{
        .outbox_id = row.number(0),
        .conversation_id = conversation_id,
        .kind = row.text(1),
        .title = row.text(3),
        .body = row.text(4),
        .buttons = row.text(5),
        .press_key = row.text_or_empty(6),
        .reply_to = row.text(7),
        .address = row.text(10),
        .reminder = row.view(2) == "R",
        .last_attempt = tried ? row.integer(11) : 0,
        .last_in_doubt = outcome == "in_doubt",
        .last_unsettled = tried && outcome.empty(),
        .failures = row.integer(13),
        .paced_ahead_ms = row.integer(20),
        .too_old = row.flag(14),
        .parameters = row.text(15),
        .reported = row.flag(16),
        .message_id = row.text(17),
        .window_open = row.flag(18),
        .templates = row.integer(19),
        .attachment = row.text(21),
        .attachment_name = row.text(22),
        .attachment_type = row.text(23),
        .upload_kind = row.text_or_empty(24),
        .upload_reference = row.text_or_empty(25),
    };
}

void LaneStore::pace(std::int64_t conversation_id, const Pace& pace) {
    Params params;
    params.add(conversation_id).add(pace.rest_ms).add(pace.ahead_ms);
    transaction_.run("lane/pace", params.add(pace.failures).add_flag(pace.gone));
}

LaneStore::Reached LaneStore::reached_in_a_day(std::int64_t conversation_id) {
    const Rows rows = transaction_.run("lane/people_reached", Params().add(conversation_id));
    return {rows[0].number(0), rows[0].flag(1)};
}

void LaneStore::hold(std::int64_t outbox_id, WaitsFor what) {
    const bool room = what == WaitsFor::Room;
    transaction_.run(
        "lane/hold", Params().add(outbox_id).add(room ? "people_limit" : "window_closed")
    );
}

bool take_poller_turn(Connection& connection) {
    Transaction transaction(connection);
    const bool taken = transaction.run("lane/take_poller_turn")[0].flag(0);
    transaction.commit();
    return taken;
}

void begin_attempt(Connection& connection, std::int64_t outbox_id, int no) {
    Transaction transaction(connection);
    transaction.run("attempt/begin", Params().add(outbox_id).add(no));
    transaction.commit();
}

void settle_attempt(Connection& connection, const Settlement& settlement) {
    Transaction transaction(connection);
    Params params;
    params.add(settlement.outbox_id).add(settlement.no).add(word(settlement.outcome));
    params.add(word(settlement.state));
    if (settlement.message_id.empty()) {
        params.add_null();
    } else {
        params.add(settlement.message_id);
    }
    params.add(settlement.error_code).add_flag(settlement.as_template);
    transaction.run("attempt/settle", params);
    if (settlement.forget_upload) {
        transaction.run("attempt/forget_upload", Params().add(settlement.outbox_id));
    }
    if (!settlement.upload_reference.empty()) {
        Params upload;
        upload.add(settlement.outbox_id).add(settlement.upload_kind);
        transaction.run("attempt/keep_upload", upload.add(settlement.upload_reference));
    }
    if (settlement.leaves != 0) {
        const std::array left{settlement.leaves};
        const std::array failed{settlement.outbox_id};
        leave(transaction, left, failed);
    }
    transaction.commit();
}

std::vector<std::int64_t> leave(
    Transaction& transaction,
    std::span<const std::int64_t> conversation_ids,
    std::span<const std::int64_t> failed_ids
) {
    ArrayParam conversations, failed;
    for (const std::int64_t id : conversation_ids) conversations.add(id);
    for (const std::int64_t id : failed_ids) failed.add(id);
    std::vector<std::int64_t> moved;
    for (const Row row : transaction.run("reach/leave", Params().add(conversations).add(failed))) {
        moved.push_back(row.number(0));
    }
    return moved;
}

void close_window(Connection& connection, std::int64_t conversation_id) {
    Transaction transaction(connection);
    transaction.run("reach/close_window", Params().add(conversation_id));
    transaction.commit();
}

}  // namespace storage
