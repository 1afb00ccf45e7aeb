#pragma once

#include <memory>
#include <string>

#include "adapters/evidence/evidence.hpp"
#include "adapters/platform.hpp"
#include "bot/service/connection_pool.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/send_gate.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/lane_store.hpp"

namespace bot {

// How fast one chat may be written to.
struct ChatPace {
    int interval_ms = 1000;
    int burst = 3;
};

// One sender: locks a lane in an open transaction, notes the attempt on a second connection, sends,
// stores the outcome there, then lets the lane go (RELIABILITY.md section 2.4). One message per
// chat in flight, in order. Its steps run on one thread; gate and pool are shared.
class OutboxWorker {
public:
    struct Channel {
        std::string name;
        SendGate& gate;
        ConnectionPool& second;
        ChatPace pace;
        const adapters::EvidenceStore* evidence = nullptr;  // of attachments
    };
    OutboxWorker(
        ServiceParts parts, Channel channel, std::unique_ptr<adapters::PlatformClient> client
    );

    StepResult step();
    void reset() { connection_.reset(); }

private:
    bool may_send();
    StepResult send_next(storage::Transaction& transaction);
    void deliver(storage::Transaction& transaction, const storage::LaneMessage& message);
    storage::Settlement settle(
        const storage::LaneMessage& message,
        int no,
        const adapters::SendOutcome& outcome,
        storage::Pace& pace
    );
    storage::Settlement settle_retry(
        const storage::LaneMessage& message,
        int no,
        const adapters::RetryAfter& retry,
        storage::Pace& pace
    );
    void settle_unsettled(const storage::LaneMessage& message);

    ServiceParts parts_;
    Channel channel_;
    std::unique_ptr<adapters::PlatformClient> client_;
    std::unique_ptr<storage::Connection> connection_;
    std::int64_t cursor_ = 0;
};

// The neutral message of an outbox row: title in bold, buttons with their handles. Pure.
adapters::Outgoing outgoing_of(const storage::LaneMessage& message);

// The pause before try `failures` + 1: full jitter, base 1 s, cap 60 s. `random` in [0, 1).
int back_off_ms(int failures, double random);

}  // namespace bot
