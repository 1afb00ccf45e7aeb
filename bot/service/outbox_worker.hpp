#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <string>

#include "adapters/evidence/evidence.hpp"
#include "adapters/platform.hpp"
#include "bot/service/chat_actions.hpp"
#include "bot/service/connection_pool.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/pacing.hpp"
#include "bot/service/send_gate.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/lane_store.hpp"

namespace bot {

// One sender: locks a lane in an open transaction, notes the attempt on a second connection, sends,
// stores the outcome there, then lets the lane go (RELIABILITY.md section 2.4). One message per
// chat in flight, in order. Its steps run on one thread; gate and pool are shared.
class OutboxWorker {
public:
    struct Channel {
        std::string name;
        SendGate& gate;
        ChatActions& actions;
        ConnectionPool& second;
        ChatPace pace;
        const adapters::EvidenceStore* evidence = nullptr;  // of attachments
        // On a platform that lets us write freely for a while only. 0 templates: none are paid for.
        bool has_window = false;
        int monthly_templates = 0;
        // Outside the window in 24 hours, then others wait. 0: no limit.
        int daily_people = 0;
        // A report of the platform settles a doubt within that time.
        std::chrono::milliseconds report_wait{0};
    };
    OutboxWorker(
        ServiceParts parts, Channel channel, std::unique_ptr<adapters::PlatformClient> client
    );

    StepResult step();
    void reset() { connection_.reset(); }

private:
    void probe_if_due();
    StepResult send_next(storage::Transaction& transaction, std::int64_t conversation);
    void give_back() { channel_.gate.give_back(traffic_); }
    void send(storage::Transaction& transaction, const storage::LaneMessage& message);
    void deliver(storage::Transaction& transaction, const storage::LaneMessage& message);
    bool may_go_again(storage::Transaction& transaction, const storage::LaneMessage& message);
    bool begin(const storage::LaneMessage& message, int no);
    void keep(const storage::Settlement& settlement, std::int64_t conversation_id);
    void show_what_leaves(const adapters::Outgoing& outgoing);
    void settle_unsettled(const storage::LaneMessage& message);
    [[nodiscard]] storage::Pace rest_for_report(const storage::LaneMessage& message) const;
    void settle_reported(const storage::LaneMessage& message);
    [[nodiscard]] std::optional<storage::LaneStore::WaitsFor> why_wait(
        storage::Transaction& transaction, const storage::LaneMessage& message
    ) const;

    ServiceParts parts_;
    Channel channel_;
    std::unique_ptr<adapters::PlatformClient> client_;
    std::unique_ptr<storage::Connection> connection_;
    std::array<std::int64_t, 4> cursors_{};  // by urgency: the chat claimed last
    Traffic traffic_ = Traffic::Answer;      // as which the gate counts this step
};

}  // namespace bot
