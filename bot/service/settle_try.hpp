#pragma once

#include <chrono>
#include <string_view>

#include "adapters/platform.hpp"
#include "bot/service/send_gate.hpp"
#include "storage/lane_store.hpp"

namespace bot {

// A try to send a message: number `no` of that row, on that channel.
struct SendTry {
    const storage::LaneMessage& message;
    int no = 0;
    std::string_view channel;                  // for the log
    std::chrono::milliseconds report_wait{0};  // in it a report of the platform may settle a doubt
};

// What is stored of a try, and how long its chat rests because of it.
struct SettledTry {
    storage::Settlement settlement;
    storage::Pace pace;
};

// What the outcome of a try means for the row and its chat; tells the gate what it means for the
// account. A wait that the platform asks for holds all lanes if it is for the account, one if the
// platform named the chat; if it named neither, three chats within two seconds make it the
// account's (PLATFORMS.md sections 5 and 6, RELIABILITY.md rule 24). `random` in [0, 1) is for the
// back-off.
SettledTry settle_try(
    const SendTry& sent,
    const adapters::SendOutcome& outcome,
    SendGate& gate,
    SendGate::Time now,
    double random
);

// The pause before try `failures` + 1: full jitter, base 1 s, cap 60 s. `random` in [0, 1).
int back_off_ms(int failures, double random);

}  // namespace bot
