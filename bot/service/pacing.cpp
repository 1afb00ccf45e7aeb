#include "bot/service/pacing.hpp"

#include <algorithm>
#include <initializer_list>

namespace bot {

AccountPace account_pace(double rate, const AccountLimits& limits) {
    const bool within = rate < limits.platform;
    const double burst = within ? std::max(1.0, limits.platform - rate) : rate;
    const double notices = kNoticeShare * rate;
    return {
        .rate = rate,
        .burst = burst,
        .notice_rate = within ? std::min(limits.notices, notices) : notices,
        .notice_burst = std::max(1.0, kNoticeShare * burst)};
}

ChatBucket after_send(const ChatPace& pace, std::chrono::milliseconds ahead) {
    using std::chrono::milliseconds;
    const milliseconds reached = std::max(ahead, milliseconds{0}) + pace.interval;
    return {
        .ahead = reached,
        .rest = std::max(milliseconds{0}, reached - (pace.burst - 1) * pace.interval)};
}

SendChoice choose(
    SendGate& gate,
    SendGate::Time now,
    const std::function<std::optional<std::int64_t>(storage::Urgency)>& claim
) {
    using storage::Urgency;
    const auto admitted = [&](Traffic traffic, std::initializer_list<Urgency> urgencies) {
        SendChoice choice{.traffic = traffic, .wait = gate.admit(now, traffic)};
        if (choice.wait > SendGate::Duration::zero()) return choice;
        for (const Urgency urgency : urgencies) {
            choice.conversation = claim(urgency);
            if (choice.conversation) return choice;
        }
        gate.give_back(traffic);
        return choice;
    };
    const SendChoice answer = admitted(Traffic::Answer, {Urgency::Answer});
    if (answer.conversation || answer.wait > SendGate::Duration::zero()) return answer;
    return admitted(Traffic::Notice, {Urgency::Legal, Urgency::Digest, Urgency::Notice});
}

}  // namespace bot
