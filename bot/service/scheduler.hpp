#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "bot/notices/due.hpp"
#include "bot/random.hpp"
#include "bot/service/allowance.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/connection.hpp"

namespace bot {

// Looks once a second for what has become due, every ten for digests, and seals the ledger and
// frees what was held once a minute. Every instance runs one; the rows decide, there is no leader.
// step() and run_now() may come from different threads.
class Scheduler {
public:
    // `allowance`: of a platform that counts whom we write to; nothing: there is none.
    explicit Scheduler(ServiceParts parts, std::optional<Allowance> allowance = std::nullopt)
        : parts_(parts), allowance_(allowance) {}

    StepResult step();
    void reset();

    // Everything that is due, digests too; throws storage::Outage.
    void run_now();

private:
    void run(Digests digests);
    void connect();
    void tidy();

    ServiceParts parts_;
    std::optional<Allowance> allowance_;
    std::mutex mutex_;
    Random random_ = Random::system();
    std::unique_ptr<storage::Connection> connection_;
    std::chrono::steady_clock::time_point tidied_{};
    std::chrono::steady_clock::time_point looked_for_news_{};
};

}  // namespace bot
