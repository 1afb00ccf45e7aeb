#include "bot/service/sending.hpp"

namespace bot {
namespace {

// RELIABILITY.md rule 23.
constexpr int kSecondConnections = 4;

}  // namespace

Sending::Sending(
    const ServiceParts& parts,
    ChatActions& actions,
    const std::string& channel,
    const SendRules& rules,
    const MakeClient& make_client
)
    : gate_(account_pace(rules.rate, rules.limits)),
      second_(parts.database_url, storage::ConnectionRole::Sender, kSecondConnections) {
    for (int i = 0; i < rules.lanes; ++i) {
        senders_.emplace_back(
            parts,
            OutboxWorker::Channel{
                .name = channel,
                .gate = gate_,
                .actions = actions,
                .second = second_,
                .pace = rules.pace,
                .evidence = rules.evidence,
                .has_window = rules.has_window,
                .monthly_templates = rules.monthly_templates,
                .daily_people = rules.daily_people,
                .report_wait = rules.report_wait,
            },
            make_client()
        );
    }
}

}  // namespace bot
