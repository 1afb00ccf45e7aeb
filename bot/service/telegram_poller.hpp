#pragma once

#include <memory>
#include <optional>

#include "adapters/telegram/client.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/connection.hpp"

namespace bot {

// Fetches updates by long polling where there is no public address (PLATFORMS.md section 2.4). Only
// one instance polls, by a lock that lives with its connection; it sets the commands of the bot
// too, as `webhook set` does elsewhere. The next offset confirms what came before, so it asks only
// after the commit. Its steps run on one thread.
class TelegramPoller {
public:
    TelegramPoller(
        ServiceParts parts, std::string account, std::unique_ptr<adapters::TelegramClient> client
    );

    StepResult step();
    void reset();

private:
    bool take_turn();
    void send_commands();
    void store(const std::vector<adapters::telegram::PolledUpdate>& updates);

    ServiceParts parts_;
    std::string account_;
    std::unique_ptr<adapters::TelegramClient> client_;
    std::unique_ptr<storage::Connection> turn_connection_, connection_;
    bool has_turn_ = false;
    bool webhook_deleted_ = false;
    bool commands_sent_ = false;  // once in the life of the program
    std::int64_t offset_ = 0;
};

}  // namespace bot
