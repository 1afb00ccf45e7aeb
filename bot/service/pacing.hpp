#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "bot/service/send_gate.hpp"
#include "storage/outbox_store.hpp"

// Who may be written to when (PLATFORMS.md section 5, RELIABILITY.md rule 24). Pure: time comes in
// as an argument, what waits is asked for.
namespace bot {

// What the platform lets an account send in any second, and what of it we take: so much less that
// even a full bucket and its refill stay below. Notices leave room for answers.
struct AccountLimits {
    double platform = 1;  // messages in any second
    double notices = 1;   // of ours per second
};
// The share of a bucket that notices may take (PLATFORMS.md section 5).
inline constexpr double kNoticeShare = 0.8;
// `rate` is what the operator wants. Above the platform's limit it is not this platform: then only
// the shares hold.
AccountPace account_pace(double rate, const AccountLimits& limits);

// How fast one chat may be written to: a bucket of `burst` messages, one more each `interval`.
struct ChatPace {
    std::chrono::milliseconds interval{1000};
    int burst = 3;
};

// The bucket of one chat as its lane keeps it: how far the messages sent so far reach into the
// future, each taking one interval. Zero: the bucket is full.
struct ChatBucket {
    std::chrono::milliseconds ahead{0};
    std::chrono::milliseconds rest{0};  // before the next message
};

// The bucket after one more message; `ahead` as it was just before it.
ChatBucket after_send(const ChatPace& pace, std::chrono::milliseconds ahead);

// What a sender does next: the chat that it has claimed, or how long it waits. Zero without a chat:
// nothing is to be sent.
struct SendChoice {
    std::optional<std::int64_t> conversation{};
    Traffic traffic = Traffic::Answer;  // as which the gate has counted it
    SendGate::Duration wait{0};
};

// Claims an answer if the gate lets one go and there is one, else a notice, the most urgent first,
// if the gate lets one go. `claim` locks a chat that does not rest and has a message of that
// urgency waiting; it is asked only for what the gate has admitted, and what was admitted in vain
// is given back. Inside a chat the outbox keeps its order (rule 15): what stands before an answer
// goes for its sake.
SendChoice choose(
    SendGate& gate,
    SendGate::Time now,
    const std::function<std::optional<std::int64_t>(storage::Urgency)>& claim
);

}  // namespace bot
