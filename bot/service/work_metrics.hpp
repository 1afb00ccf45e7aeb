#pragma once

#include "bot/service/metrics.hpp"

namespace bot {

inline constexpr MetricName kTurns{
    "skpbot_turns_total", "Turns, by what became of them.", {"result"}};
inline constexpr MetricName kBodiesSetAside{
    "skpbot_bodies_set_aside_total", "Bodies that could not be read, by channel.", {"channel"}};
inline constexpr MetricName kEventsIgnored{
    "skpbot_events_ignored_total", "Events of kinds that nobody waits for.", {"channel"}};
inline constexpr MetricName kSends{
    "skpbot_sends_total", "Tries to send, by channel and outcome.", {"channel", "outcome"}};
inline constexpr MetricName kDeliveryReports{
    "skpbot_delivery_reports_total",
    "Reports about messages of ours, by channel and status; unknown: about none that we know.",
    {"channel", "status"}};
inline constexpr MetricName kAccountEvents{
    "skpbot_account_events_total",
    "What a platform told about our account; stop: nothing can be sent any more.",
    {"channel", "kind"}};
inline constexpr MetricName kPeopleReached{
    "skpbot_whatsapp_people_24h", "People written to outside their window within 24 hours.", {}};
inline constexpr MetricName kFreeMessages{
    "skpbot_whatsapp_free_messages_month",
    "Messages inside the window that arrived in this month; 1,000 of them cost nothing.",
    {}};
inline constexpr MetricName kNotices{"skpbot_notices_total", "Notices made, by name.", {"notice"}};
inline constexpr MetricName kQueue{"skpbot_queue", "What waits, by queue.", {"queue"}};

}  // namespace bot
