#include "bot/service/telegram_poller.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "bot/log.hpp"
#include "bot/menu_commands.hpp"
#include "storage/inbox_store.hpp"
#include "storage/lane_store.hpp"

namespace bot {
namespace {

constexpr std::chrono::seconds kPollTime{50};

// Telegram answers 409 while a webhook is set or another instance polls.
constexpr int kConflict = 409;

}  // namespace

TelegramPoller::TelegramPoller(
    ServiceParts parts, std::string account, std::unique_ptr<adapters::TelegramClient> client
)
    : parts_(parts), account_(std::move(account)), client_(std::move(client)) {}

void TelegramPoller::reset() {
    turn_connection_.reset();
    connection_.reset();
    has_turn_ = false;
}

bool TelegramPoller::take_turn() {
    if (!turn_connection_) {
        turn_connection_ = std::make_unique<storage::Connection>(
            parts_.database_url, storage::ConnectionRole::Lane
        );
    }
    if (!has_turn_) has_turn_ = storage::take_poller_turn(*turn_connection_);
    return has_turn_;
}

StepResult TelegramPoller::step() {
    if (!take_turn()) return StepResult::Idle;
    if (!webhook_deleted_) webhook_deleted_ = !client_->delete_webhook().has_value();
    if (!webhook_deleted_) return StepResult::Idle;
    send_commands();
    const auto updates = client_->get_updates(offset_, kPollTime);
    if (!updates) {
        static LimitedLog log{std::chrono::minutes{1}};
        if (log.admit("poll"))
            spdlog::warn(fmt::format("polling failed code={}", updates.error().code));
        webhook_deleted_ = updates.error().code != kConflict;
        return StepResult::Idle;
    }
    if (updates->empty()) return StepResult::Worked;
    store(*updates);
    offset_ = adapters::telegram::next_offset(offset_, *updates);
    return StepResult::Worked;
}

// The menu of the chat is a convenience: that it could not be set is said, and polling goes on.
void TelegramPoller::send_commands() {
    if (commands_sent_) return;
    commands_sent_ = true;
    if (const auto error = client_->set_my_commands(menu_commands())) {
        spdlog::warn(fmt::format("commands not set code={}", error->code));
    }
}

void TelegramPoller::store(const std::vector<adapters::telegram::PolledUpdate>& updates) {
    if (!connection_) {
        connection_ = std::make_unique<storage::Connection>(
            parts_.database_url, storage::ConnectionRole::Intake
        );
    }
    std::vector<storage::InboxBody> bodies;
    for (const auto& update : updates) bodies.push_back({"telegram", account_, update.body});
    storage::Transaction transaction(*connection_);
    storage::InboxStore(transaction).add(bodies);
    transaction.commit();
    parts_.bodies.notify();
}

}  // namespace bot
