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
inline constexpr MetricName kNotices{"skpbot_notices_total", "Notices made, by name.", {"notice"}};
inline constexpr MetricName kQueue{"skpbot_queue", "What waits, by queue.", {"queue"}};

}  // namespace bot
