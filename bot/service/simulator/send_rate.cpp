#include "bot/service/simulator/send_rate.hpp"

#include <algorithm>

#include "adapters/telegram/limits.hpp"

namespace bot::simulator {
namespace {

namespace telegram = adapters::telegram;

using Duration = SendRate::Time::duration;

struct Limit {
    Duration interval;
    int burst;
};

// How long a burst may be, Telegram does not say. Twice the bot's own, so that what the bot has
// paced is not refused for coming a moment late.
constexpr Limit kChat{telegram::kChatInterval, 2 * telegram::kChatBurst};
constexpr Limit kAll{
    std::chrono::duration_cast<Duration>(
        std::chrono::duration<double>(1 / telegram::kPlatformPerSecond)
    ),
    static_cast<int>(telegram::kPlatformPerSecond)};

Duration too_early(const Limit& limit, SendRate::Time taken_until, SendRate::Time now) {
    const auto with_this_one = std::max(taken_until, now) + limit.interval;
    return with_this_one - now - limit.interval * limit.burst;
}

}  // namespace

std::chrono::seconds SendRate::admit(const std::string& chat, Time now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(chats_, [&](const auto& one) { return one.second <= now; });
    const auto known = chats_.find(chat);
    const Time of_chat = known == chats_.end() ? now : known->second;
    const Duration wait = std::max(too_early(kChat, of_chat, now), too_early(kAll, all_, now));
    if (wait > Duration::zero()) return std::chrono::ceil<std::chrono::seconds>(wait);
    chats_[chat] = of_chat + kChat.interval;
    all_ = std::max(all_, now) + kAll.interval;
    return std::chrono::seconds{0};
}

}  // namespace bot::simulator
