#include "bot/service/outbox_worker.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <random>
#include <thread>

#include "bot/conversation/overload.hpp"
#include "bot/notices/message.hpp"
#include "bot/service/lampiran.hpp"
#include "bot/service/outgoing.hpp"
#include "bot/service/settle_try.hpp"
#include "storage/defects.hpp"
#include "storage/errors.hpp"

namespace bot {
namespace {

using storage::AttemptOutcome;
using storage::MessageState;

// A sender that waits for the gate looks whether it is to stop.
constexpr std::chrono::milliseconds kLongestWait{100};

double random_fraction() {
    thread_local std::minstd_rand random{std::random_device{}()};
    return std::uniform_real_distribution<double>(0, 1)(random);
}

std::string_view name_of(const adapters::SendOutcome& outcome) {
    return std::visit(
        Overload{
            [](const adapters::Sent&) { return "sent"; },
            [](const adapters::RetryAfter& retry) {
                return retry.maybe_sent ? "in_doubt" : "retry";
            },
            [](const adapters::RecipientGone&) { return "gone"; },
            [](const adapters::Rejected&) { return "rejected"; },
            [](const adapters::WindowClosed&) { return "window_closed"; },
            [](const adapters::Reconfigure&) { return "reconfigure"; },
        },
        outcome
    );
}

int milliseconds_of(std::chrono::milliseconds time) {
    return static_cast<int>(time.count());
}

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
}

}  // namespace

// The platform's report may settle the doubt before the message goes once more.
storage::Pace OutboxWorker::rest_for_report(const storage::LaneMessage& message) const {
    return {
        .rest_ms = milliseconds_of(channel_.report_wait),
        .ahead_ms = message.paced_ahead_ms,
        .failures = message.failures,
        .gone = false,
    };
}

OutboxWorker::OutboxWorker(
    ServiceParts parts, Channel channel, std::unique_ptr<adapters::PlatformClient> client
)
    : parts_(parts), channel_(std::move(channel)), client_(std::move(client)) {}

void OutboxWorker::probe_if_due() {
    if (!channel_.gate.should_probe(std::chrono::steady_clock::now())) return;
    const bool alive = client_->probe();
    channel_.gate.probed(std::chrono::steady_clock::now(), alive);
}

// Waits its turn at the gate; the wait is short, so that a stop is seen.
StepResult OutboxWorker::step() {
    if (!connection_) {
        connection_ = std::make_unique<storage::Connection>(
            parts_.database_url, storage::ConnectionRole::Lane
        );
    }
    probe_if_due();
    std::optional<storage::Transaction> transaction;
    const SendChoice choice =
        choose(channel_.gate, std::chrono::steady_clock::now(), [&](storage::Urgency urgency) {
            if (!transaction) transaction.emplace(*connection_);
            std::int64_t& cursor = cursors_[static_cast<std::size_t>(urgency)];
            const auto found =
                storage::LaneStore(*transaction).claim(channel_.name, urgency, cursor);
            cursor = found.value_or(0);
            return found;
        });
    traffic_ = choice.traffic;
    if (choice.conversation) return send_next(*transaction, *choice.conversation);
    transaction.reset();
    if (choice.wait == SendGate::Duration::zero()) return StepResult::Idle;
    std::this_thread::sleep_for(std::min<SendGate::Duration>(choice.wait, kLongestWait));
    return StepResult::Worked;
}

StepResult OutboxWorker::send_next(storage::Transaction& transaction, std::int64_t conversation) {
    const auto message = storage::LaneStore(transaction).next(conversation);
    if (!message) {
        give_back();
        return StepResult::Worked;
    }
    SKPBOT_KILL_POINT("lane_claimed");
    deliver(transaction, *message);
    transaction.commit();
    SKPBOT_KILL_POINT("lane_released");
    return StepResult::Worked;
}

// An attempt without an outcome on a free lane: whoever made it died, and its bytes may have left.
void OutboxWorker::settle_unsettled(const storage::LaneMessage& message) {
    const bool repeat = !message.reminder || SKPBOT_DEFECT("resend_class_r");
    channel_.second.with([&](storage::Connection& connection) {
        storage::settle_attempt(
            connection,
            {
                .outbox_id = message.outbox_id,
                .no = message.last_attempt,
                .outcome = AttemptOutcome::InDoubt,
                .state = repeat ? MessageState::Waiting : MessageState::InDoubt,
                .message_id = "",
                .error_code = "unsettled",
            }
        );
    });
    parts_.metrics.count(kSends, {channel_.name, "in_doubt"});
    spdlog::warn(
        fmt::format("send in doubt outbox={} attempt={}", message.outbox_id, message.last_attempt)
    );
}

// The platform itself says that a message left of which we did not know.
void OutboxWorker::settle_reported(const storage::LaneMessage& message) {
    channel_.second.with([&](storage::Connection& connection) {
        storage::settle_attempt(
            connection,
            {
                .outbox_id = message.outbox_id,
                .no = message.last_attempt,
                .outcome = AttemptOutcome::Sent,
                .state = MessageState::Sent,
                .message_id = message.message_id,
                .error_code = "",
            }
        );
    });
    parts_.metrics.count(kSends, {channel_.name, "reported"});
}

// Outside the window only a template goes, only so many a month to one person, and in a day only to
// so many people.
std::optional<storage::LaneStore::WaitsFor> OutboxWorker::why_wait(
    storage::Transaction& transaction, const storage::LaneMessage& message
) const {
    using storage::LaneStore;
    if (!channel_.has_window || message.window_open) return std::nullopt;
    if (message.parameters.empty()) return LaneStore::WaitsFor::Person;
    const bool many = message.templates >= channel_.monthly_templates;
    if (many && !is_legal_notice(message.kind)) return LaneStore::WaitsFor::Person;
    if (channel_.daily_people == 0) return std::nullopt;
    const auto reached = LaneStore(transaction).reached_in_a_day(message.conversation_id);
    if (reached.this_one || reached.others < channel_.daily_people) return std::nullopt;
    return LaneStore::WaitsFor::Room;
}

void OutboxWorker::deliver(storage::Transaction& transaction, const storage::LaneMessage& message) {
    if (message.reported && message.last_attempt > 0) {
        give_back();
        settle_reported(message);
        return;
    }
    if (const auto what = why_wait(transaction, message)) {
        give_back();
        storage::LaneStore(transaction).hold(message.outbox_id, *what);
        parts_.metrics.count(kSends, {channel_.name, "held"});
        return;
    }
    send(transaction, message);
}

// The answer that the person waits for leaves now; a file first has to be uploaded.
void OutboxWorker::show_what_leaves(const adapters::Outgoing& outgoing) {
    channel_.actions.answering(channel_.name, outgoing.recipient);
    if (!outgoing.attachment || outgoing.attachment->content.empty()) return;
    channel_.actions.uploading(
        channel_.name,
        outgoing.recipient,
        outgoing.attachment->kind,
        std::chrono::steady_clock::now()
    );
}

// Before the first byte the attempt is a row. False: the number is taken, somebody else sends it,
// or did.
bool OutboxWorker::begin(const storage::LaneMessage& message, int no) {
    if (SKPBOT_DEFECT("no_attempt_row")) return true;
    try {
        channel_.second.with([&](storage::Connection& connection) {
            storage::begin_attempt(connection, message.outbox_id, no);
        });
    } catch (const storage::BadData&) {
        return false;
    }
    return true;
}

// Nobody knows whether the last try left. False: it is not repeated, or not yet.
bool OutboxWorker::may_go_again(
    storage::Transaction& transaction, const storage::LaneMessage& message
) {
    settle_unsettled(message);
    if (message.reminder && !SKPBOT_DEFECT("resend_class_r")) return false;
    if (channel_.report_wait.count() == 0) return true;
    give_back();
    storage::LaneStore(transaction).pace(message.conversation_id, rest_for_report(message));
    return false;
}

void OutboxWorker::send(storage::Transaction& transaction, const storage::LaneMessage& message) {
    if (message.last_unsettled && !may_go_again(transaction, message)) return;
    // Before the attempt: a store that cannot be read leaves no doubt behind.
    const auto window = channel_.has_window && !message.window_open ? adapters::Window::Closed
                                                                    : adapters::Window::Open;
    adapters::Outgoing outgoing = outgoing_of(message, window);
    attach_file(outgoing, message, channel_.evidence);
    const int no = message.last_attempt + 1;
    // Since the gate let it go, another sender may have been told to wait.
    if (channel_.gate.rests(std::chrono::steady_clock::now()) || !begin(message, no)) {
        give_back();
        return;
    }
    SKPBOT_KILL_POINT("attempt_begun");
    show_what_leaves(outgoing);
    const auto begun = std::chrono::steady_clock::now();
    const adapters::SendOutcome outcome = client_->send(outgoing);
    SKPBOT_KILL_POINT("sent");
    SettledTry settled = settle_try(
        {message, no, channel_.name, channel_.report_wait},
        outcome,
        channel_.gate,
        std::chrono::steady_clock::now(),
        random_fraction()
    );
    settle_upload(settled.settlement, outgoing, outcome);
    settled.settlement.as_template =
        window == adapters::Window::Closed && settled.settlement.state == MessageState::Sent;
    keep(settled.settlement, message.conversation_id);
    parts_.metrics.count(kSends, {channel_.name, name_of(outcome)});
    const ChatBucket bucket =
        after_send(channel_.pace, std::chrono::milliseconds{message.paced_ahead_ms} - since(begun));
    settled.pace.ahead_ms = milliseconds_of(bucket.ahead);
    settled.pace.rest_ms = std::max(settled.pace.rest_ms, milliseconds_of(bucket.rest));
    storage::LaneStore(transaction).pace(message.conversation_id, settled.pace);
}

void OutboxWorker::keep(const storage::Settlement& settlement, std::int64_t conversation_id) {
    channel_.second.with([&](storage::Connection& connection) {
        storage::settle_attempt(connection, settlement);
        if (settlement.state == MessageState::Held) {
            storage::close_window(connection, conversation_id);
        }
    });
    if (settlement.leaves != 0) parts_.messages.notify();
    SKPBOT_KILL_POINT("attempt_settled");
}

}  // namespace bot
