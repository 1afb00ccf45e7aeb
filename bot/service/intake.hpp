#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "bot/service/intake_port.hpp"
#include "bot/service/signal.hpp"
#include "storage/connection.hpp"

namespace bot {

// Makes webhook bodies durable over PostgreSQL: those that come at the same time share one INSERT
// and one commit. Owns its threads, each with a connection of its own. submit() from any thread.
class Intake final : public IntakePort {
public:
    // `bodies` is told when something was stored; it outlives the intake.
    Intake(std::string database_url, int threads, Signal& bodies);

    // What waits is still stored.
    ~Intake() override;

    void submit(IntakeBody body, std::function<void(IntakeResult)> done) override;

private:
    struct Waiting {
        IntakeBody body;
        std::function<void(IntakeResult)> done;
        std::chrono::steady_clock::time_point since;
    };
    void run(const std::stop_token& stop);
    std::vector<Waiting> take(const std::stop_token& stop);
    [[nodiscard]] bool worth_a_commit() const;
    void end_storing();
    bool store(std::unique_ptr<storage::Connection>& connection, std::vector<Waiting>& batch);

    const std::string database_url_;
    Signal& bodies_;
    std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<Waiting> waiting_;
    int storing_ = 0;  // connections that are storing
    std::vector<std::jthread> threads_;
};

}  // namespace bot
