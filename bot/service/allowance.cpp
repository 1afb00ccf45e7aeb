#include "bot/service/allowance.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "adapters/whatsapp/limits.hpp"
#include "bot/service/work_metrics.hpp"
#include "storage/due_store.hpp"

namespace bot {

namespace limits = adapters::whatsapp;

int people_before_waiting(int limit, int in_flight) {
    if (limit == 0) return 0;
    const auto share = static_cast<int>(std::int64_t{limit} * limits::kPeoplePercent / 100);
    return std::max(1, std::min(share, limit - in_flight));
}

std::int64_t Allowance::look(storage::Transaction& transaction, Metrics& metrics) {
    const storage::PlatformUsage usage = storage::platform_usage(transaction);
    metrics.set(kPeopleReached, static_cast<double>(usage.people));
    metrics.set(kFreeMessages, static_cast<double>(usage.free_messages));
    const bool warn = usage.free_messages >= limits::kFreeMessagesWarning;
    if (warn && !warned_) {
        spdlog::warn(fmt::format(
            "free messages nearly used up channel=whatsapp used={} of={}",
            usage.free_messages,
            limits::kFreeMessages
        ));
    }
    warned_ = warn;
    if (most_people_ == 0) return 0;
    return storage::DueStore(transaction).release_for_room(most_people_);
}

}  // namespace bot
