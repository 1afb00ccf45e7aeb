#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>

#include "adapters/evidence/evidence.hpp"
#include "adapters/platform.hpp"
#include "bot/service/connection_pool.hpp"
#include "bot/service/outbox_worker.hpp"
#include "bot/service/send_gate.hpp"

namespace bot {

// How one channel may be written to (PLATFORMS.md sections 5 and 8).
struct SendRules {
    double rate = 1;  // messages per second of the account
    AccountLimits limits;
    int lanes = 1;  // sends in flight
    ChatPace pace;
    bool has_window = false;
    int monthly_templates = 0;
    int daily_people = 0;  // outside the window before notices wait; 0: no limit
    std::chrono::milliseconds report_wait{0};
    const adapters::EvidenceStore* evidence = nullptr;  // of attachments; outlives the senders
};

// The sending side of one channel: its gate, its second connections and its senders. Whoever makes
// it runs each sender in a loop of its own, and lets it outlive them.
class Sending {
public:
    using MakeClient = std::function<std::unique_ptr<adapters::PlatformClient>()>;

    Sending(
        const ServiceParts& parts,
        ChatActions& actions,
        const std::string& channel,
        const SendRules& rules,
        const MakeClient& make_client
    );

    SendGate& gate() { return gate_; }
    std::list<OutboxWorker>& senders() { return senders_; }

private:
    SendGate gate_;
    ConnectionPool second_;
    std::list<OutboxWorker> senders_;
};

}  // namespace bot
