#pragma once

#include <cstdint>

#include "bot/service/metrics.hpp"
#include "storage/connection.hpp"

namespace bot {

// So many people may be written to outside their window in 24 hours before notices to others wait,
// if the platform's limit is that: nine tenths, and never so many that what is in flight could
// break it. 0: no limit (PLATFORMS.md section 5).
int people_before_waiting(int limit, int in_flight);

// What WhatsApp gives us for a day and a month (PLATFORMS.md sections 5 and 8): lets notices go for
// which there is room again, shows how much is used, and logs once a process when the free messages
// of the month come to their end. For one thread.
class Allowance {
public:
    // `most_people` of people_before_waiting().
    explicit Allowance(int most_people) : most_people_(most_people) {}

    // Returns how many messages may go again. Once a minute is enough.
    std::int64_t look(storage::Transaction& transaction, Metrics& metrics);

private:
    int most_people_;
    bool warned_ = false;
};

}  // namespace bot
