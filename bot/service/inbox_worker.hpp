#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "bot/random.hpp"
#include "bot/service/acknowledgements.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/connection.hpp"
#include "storage/turn_store.hpp"

namespace bot {

// One worker: takes conversations with something open and does their turns, many per commit. Owns
// its two connections; its steps run on one thread.
class InboxWorker {
public:
    InboxWorker(ServiceParts parts, Acknowledgements& acknowledgements, int batch);

    StepResult step();
    void reset();

private:
    void connect();
    std::vector<storage::OpenEvent> choose(std::vector<storage::OpenEvent> events);
    void finish_apart(const std::vector<std::int64_t>& ids);
    StepResult work(storage::Transaction& transaction, std::vector<storage::OpenEvent> events);

    ServiceParts parts_;
    Acknowledgements& acknowledgements_;
    int most_;   // conversations in one transaction
    int batch_;  // of the next one
    std::chrono::steady_clock::time_point suspects_from_;
    bool turn_of_a_suspect_ = false;
    Random random_ = Random::system();
    std::unique_ptr<storage::Connection> connection_, tries_connection_;
    std::string activation_key_;
    std::int64_t cursor_ = 0;
};

}  // namespace bot
