#include "bot/service/outbox_worker.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <random>
#include <thread>

#include "bot/conversation/overload.hpp"
#include "bot/conversation/reply.hpp"
#include "bot/service/lampiran.hpp"
#include "storage/defects.hpp"
#include "storage/errors.hpp"

namespace bot {
namespace {

using storage::AttemptOutcome;
using storage::MessageState;

constexpr std::chrono::minutes kRejectedChannelPause{1};

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

}  // namespace

int back_off_ms(int failures, double random) {
    const double limit =
        std::min(60'000.0, 1000.0 * static_cast<double>(1 << std::min(failures, 6)));
    return static_cast<int>(limit * random);
}

adapters::Outgoing outgoing_of(const storage::LaneMessage& message) {
    adapters::Outgoing outgoing;
    outgoing.recipient = message.address;
    if (!message.title.empty()) {
        outgoing.text.push_back({adapters::Style::Bold, message.title});
        outgoing.text.push_back({adapters::Style::Plain, "\n"});
    }
    outgoing.text.push_back({adapters::Style::Plain, message.body});
    const DecodedButtons decoded = decode_buttons(message.buttons);
    for (std::size_t i = 0; i < decoded.buttons.size(); ++i) {
        outgoing.buttons.push_back({decoded.buttons[i].label, button_handle(message.press_key, i)});
    }
    switch (decoded.keyboard) {
        case ReplyKeyboard::None:
            break;
        case ReplyKeyboard::AskForContact:
            outgoing.keyboard = adapters::Keyboard::AskForContact;
            outgoing.keyboard_label = kLabelKontak;
            break;
        case ReplyKeyboard::Remove:
            outgoing.keyboard = adapters::Keyboard::Remove;
            break;
    }
    outgoing.reply_to = message.reply_to;
    outgoing.tracker = std::to_string(message.outbox_id);
    outgoing.failures = message.failures;
    return outgoing;
}

OutboxWorker::OutboxWorker(
    ServiceParts parts, Channel channel, std::unique_ptr<adapters::PlatformClient> client
)
    : parts_(parts), channel_(std::move(channel)), client_(std::move(client)) {}

// Waits its turn at the gate; the wait is short, so that a stop is seen.
bool OutboxWorker::may_send() {
    const auto now = std::chrono::steady_clock::now();
    if (channel_.gate.should_probe(now)) {
        const bool alive = client_->probe();
        channel_.gate.probed(std::chrono::steady_clock::now(), alive);
    }
    const auto wait = channel_.gate.admit(std::chrono::steady_clock::now());
    if (wait == SendGate::Duration::zero()) return true;
    std::this_thread::sleep_for(std::min<SendGate::Duration>(wait, std::chrono::milliseconds{100}));
    return false;
}

StepResult OutboxWorker::step() {
    if (!connection_) {
        connection_ = std::make_unique<storage::Connection>(
            parts_.database_url, storage::ConnectionRole::Lane
        );
    }
    if (!may_send()) return StepResult::Worked;
    storage::Transaction transaction(*connection_);
    return send_next(transaction);
}

StepResult OutboxWorker::send_next(storage::Transaction& transaction) {
    storage::LaneStore lanes(transaction);
    const auto conversation = lanes.claim(channel_.name, cursor_);
    const auto message =
        conversation ? lanes.next(*conversation) : std::optional<storage::LaneMessage>();
    if (!message) {
        channel_.gate.give_back();
        cursor_ = 0;
        return conversation ? StepResult::Worked : StepResult::Idle;
    }
    cursor_ = *conversation;
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

void OutboxWorker::deliver(storage::Transaction& transaction, const storage::LaneMessage& message) {
    if (message.last_unsettled) {
        settle_unsettled(message);
        if (message.reminder && !SKPBOT_DEFECT("resend_class_r")) return;
    }
    // Before the attempt: a store that cannot be read leaves no doubt behind.
    adapters::Outgoing outgoing = outgoing_of(message);
    attach_file(outgoing, message, channel_.evidence);
    const int no = message.last_attempt + 1;
    if (!SKPBOT_DEFECT("no_attempt_row")) {
        try {
            channel_.second.with([&](storage::Connection& connection) {
                storage::begin_attempt(connection, message.outbox_id, no);
            });
        } catch (const storage::BadData&) {
            // The number is taken: somebody else sends it, or did.
            channel_.gate.give_back();
            return;
        }
    }
    SKPBOT_KILL_POINT("attempt_begun");
    const adapters::SendOutcome outcome = client_->send(outgoing);
    SKPBOT_KILL_POINT("sent");
    storage::Pace pace{
        .rest_ms = 0,
        .interval_ms = channel_.pace.interval_ms,
        .burst = channel_.pace.burst,
        .failures = 0,
        .gone = false,
    };
    storage::Settlement settlement = settle(message, no, outcome, pace);
    settle_upload(settlement, outgoing, outcome);
    channel_.second.with([&](storage::Connection& connection) {
        storage::settle_attempt(connection, settlement);
    });
    SKPBOT_KILL_POINT("attempt_settled");
    parts_.metrics.count(kSends, {channel_.name, name_of(outcome)});
    storage::LaneStore(transaction).pace(message.conversation_id, pace);
}

storage::Settlement OutboxWorker::settle_retry(
    const storage::LaneMessage& message,
    int no,
    const adapters::RetryAfter& retry,
    storage::Pace& pace
) {
    const auto now = std::chrono::steady_clock::now();
    const bool told = retry.delay.count() > 0 && !SKPBOT_DEFECT("ignore_retry_after");
    pace.failures = message.failures + 1;
    pace.rest_ms =
        told ? milliseconds_of(retry.delay) : back_off_ms(message.failures, random_fraction());
    if (told) {
        channel_.gate.chat_asked_to_wait(now, retry.delay);
    } else {
        channel_.gate.failed(now);
    }
    MessageState state = MessageState::Waiting;
    if (retry.maybe_sent && message.reminder) state = MessageState::InDoubt;
    if (message.too_old || SKPBOT_DEFECT("drop_on_5xx")) state = MessageState::Dead;
    return {
        .outbox_id = message.outbox_id,
        .no = no,
        .outcome = retry.maybe_sent ? AttemptOutcome::InDoubt : AttemptOutcome::NotSent,
        .state = state,
        .message_id = "",
        .error_code = retry.maybe_sent ? "in_doubt" : "retry",
    };
}

storage::Settlement OutboxWorker::settle(
    const storage::LaneMessage& message,
    int no,
    const adapters::SendOutcome& outcome,
    storage::Pace& pace
) {
    const auto refused = [&](MessageState state, std::string code) {
        channel_.gate.succeeded();
        return storage::Settlement{
            message.outbox_id, no, AttemptOutcome::NotSent, state, "", std::move(code)};
    };
    return std::visit(
        Overload{
            [&](const adapters::Sent& sent) {
                channel_.gate.succeeded();
                return storage::Settlement{
                    message.outbox_id,
                    no,
                    AttemptOutcome::Sent,
                    MessageState::Sent,
                    sent.message_id,
                    ""};
            },
            [&](const adapters::RetryAfter& retry) {
                return settle_retry(message, no, retry, pace);
            },
            [&](const adapters::RecipientGone& gone) {
                pace.gone = true;
                return refused(MessageState::Gone, gone.code);
            },
            [&](const adapters::Rejected& rejected) {
                spdlog::error(
                    fmt::format("send rejected outbox={} code={}", message.outbox_id, rejected.code)
                );
                return refused(MessageState::Rejected, rejected.code);
            },
            [&](const adapters::WindowClosed&) {
                return refused(MessageState::Rejected, "window_closed");
            },
            [&](const adapters::Reconfigure& reconfigure) {
                spdlog::error(fmt::format(
                    "channel misconfigured name={} code={}", channel_.name, reconfigure.code
                ));
                auto kept = refused(MessageState::Waiting, reconfigure.code);
                channel_.gate.account_asked_to_wait(
                    std::chrono::steady_clock::now(), kRejectedChannelPause
                );
                pace.failures = message.failures;
                return kept;
            },
        },
        outcome
    );
}

}  // namespace bot
