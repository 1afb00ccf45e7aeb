#include "bot/service/settle_try.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "bot/conversation/overload.hpp"
#include "storage/defects.hpp"

namespace bot {
namespace {

using storage::AttemptOutcome;
using storage::MessageState;

constexpr std::chrono::minutes kRejectedChannelPause{1};

storage::Settlement ended(
    const SendTry& sent, AttemptOutcome outcome, MessageState state, std::string code
) {
    return {
        .outbox_id = sent.message.outbox_id,
        .no = sent.no,
        .outcome = outcome,
        .state = state,
        .message_id = "",
        .error_code = std::move(code),
    };
}

void hold_up(
    const adapters::RetryAfter& retry, bool told, int rest_ms, SendGate& gate, SendGate::Time now
) {
    const std::chrono::milliseconds rest{rest_ms};
    if (retry.scope == adapters::Scope::Account) gate.account_asked_to_wait(now, rest);
    // Neither the account nor the chat was named.
    const bool unclear = told && retry.maybe_sent && retry.scope != adapters::Scope::Account;
    if (unclear) gate.chat_asked_to_wait(now, rest);
    if (!told) gate.failed(now);
}

MessageState state_after(const SendTry& sent, const adapters::RetryAfter& retry) {
    if (sent.message.too_old || SKPBOT_DEFECT("drop_on_5xx")) return MessageState::Dead;
    if (retry.maybe_sent && sent.message.reminder) return MessageState::InDoubt;
    return MessageState::Waiting;
}

SettledTry settle_retry(
    const SendTry& sent,
    const adapters::RetryAfter& retry,
    SendGate& gate,
    SendGate::Time now,
    double random
) {
    const bool told = retry.delay.count() > 0 && !SKPBOT_DEFECT("ignore_retry_after");
    int rest_ms =
        told ? static_cast<int>(retry.delay.count()) : back_off_ms(sent.message.failures, random);
    hold_up(retry, told, rest_ms, gate, now);
    if (retry.alarming) {
        spdlog::error(fmt::format("channel held up name={} rest_ms={}", sent.channel, rest_ms));
    }
    if (retry.maybe_sent) {
        rest_ms = std::max(rest_ms, static_cast<int>(sent.report_wait.count()));
    }
    const auto outcome = retry.maybe_sent ? AttemptOutcome::InDoubt : AttemptOutcome::NotSent;
    return {
        ended(sent, outcome, state_after(sent, retry), retry.maybe_sent ? "in_doubt" : "retry"),
        {.rest_ms = rest_ms, .failures = sent.message.failures + 1}};
}

SettledTry settle_reconfigure(
    const SendTry& sent,
    const adapters::Reconfigure& reconfigure,
    SendGate& gate,
    SendGate::Time now
) {
    spdlog::error(
        fmt::format("channel misconfigured name={} code={}", sent.channel, reconfigure.code)
    );
    gate.succeeded();
    gate.account_asked_to_wait(now, kRejectedChannelPause);
    return {
        ended(sent, AttemptOutcome::NotSent, MessageState::Waiting, reconfigure.code),
        {.failures = sent.message.failures}};
}

}  // namespace

int back_off_ms(int failures, double random) {
    const double limit =
        std::min(60'000.0, 1000.0 * static_cast<double>(1 << std::min(failures, 6)));
    return static_cast<int>(limit * random);
}

SettledTry settle_try(
    const SendTry& sent,
    const adapters::SendOutcome& outcome,
    SendGate& gate,
    SendGate::Time now,
    double random
) {
    const auto refused = [&](MessageState state, std::string code) {
        gate.succeeded();
        return SettledTry{ended(sent, AttemptOutcome::NotSent, state, std::move(code)), {}};
    };
    return std::visit(
        Overload{
            [&](const adapters::Sent& message) {
                gate.succeeded();
                SettledTry done{ended(sent, AttemptOutcome::Sent, MessageState::Sent, ""), {}};
                done.settlement.message_id = message.message_id;
                return done;
            },
            [&](const adapters::RetryAfter& retry) {
                return settle_retry(sent, retry, gate, now, random);
            },
            [&](const adapters::RecipientGone& gone) {
                SettledTry left = refused(MessageState::Gone, gone.code);
                left.pace.gone = true;
                left.settlement.leaves = sent.message.conversation_id;
                return left;
            },
            [&](const adapters::Rejected& rejected) {
                spdlog::error(fmt::format(
                    "send rejected outbox={} code={}", sent.message.outbox_id, rejected.code
                ));
                return refused(MessageState::Rejected, rejected.code);
            },
            [&](const adapters::WindowClosed&) {
                return refused(MessageState::Held, "window_closed");
            },
            [&](const adapters::Reconfigure& reconfigure) {
                return settle_reconfigure(sent, reconfigure, gate, now);
            },
        },
        outcome
    );
}

}  // namespace bot
