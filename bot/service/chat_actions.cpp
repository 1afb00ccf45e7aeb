#include "bot/service/chat_actions.hpp"

#include <algorithm>

namespace bot {
namespace {

// PLATFORMS.md section 4.1: only if the answer takes over a second.
constexpr std::chrono::seconds kBeforeTyping{1};
// https://core.telegram.org/bots/api#sendchataction: "The status is set for 5 seconds or less".
constexpr std::chrono::seconds kShown{5};
// More than that have been waiting too long to be of use.
constexpr std::size_t kMostChats = 1000;

}  // namespace

void ChatActions::expect(const Chat& chat, adapters::ChatAction action, Time due) {
    if (!clients_.contains(chat.channel) || chat.address.empty()) return;
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostChats && !waiting_.contains(chat)) return;
    Waiting& waiting = waiting_[chat];
    // What is seen already is not shown again before it is over.
    if (waiting.shown) due = std::max(due, *waiting.shown + kShown);
    waiting.due = waiting.due ? std::min(*waiting.due, due) : due;
    waiting.action = action;
}

void ChatActions::asked(const std::string& channel, const std::string& address, Time now) {
    expect({channel, address}, adapters::ChatAction::Typing, now + kBeforeTyping);
}

void ChatActions::answering(const std::string& channel, const std::string& address) {
    const std::lock_guard lock(mutex_);
    waiting_.erase({channel, address});
}

void ChatActions::uploading(
    const std::string& channel, const std::string& address, adapters::FileKind kind, Time now
) {
    const bool photo = kind == adapters::FileKind::Photo;
    expect(
        {channel, address},
        photo ? adapters::ChatAction::SendingPhoto : adapters::ChatAction::SendingDocument,
        now
    );
    signal_.notify();
}

void ChatActions::set_client(
    std::string channel, std::unique_ptr<adapters::PlatformClient> client, SendGate& gate
) {
    clients_[std::move(channel)] = {std::move(client), &gate};
}

// The one that has been due for longest.
std::optional<std::pair<ChatActions::Chat, adapters::ChatAction>> ChatActions::take_due(Time now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(waiting_, [now](const auto& one) {
        const Waiting& waiting = one.second;
        if (waiting.due) return *waiting.due + kShown < now;
        return *waiting.shown + kShown <= now;
    });
    auto first = waiting_.end();
    for (auto one = waiting_.begin(); one != waiting_.end(); ++one) {
        const auto due = one->second.due;
        if (!due || *due > now) continue;
        if (first == waiting_.end() || *due < *first->second.due) first = one;
    }
    if (first == waiting_.end()) return std::nullopt;
    first->second.due.reset();
    first->second.shown = now;
    return std::pair(first->first, first->second.action);
}

StepResult ChatActions::step(Time now) {
    const auto next = take_due(now);
    if (!next) return StepResult::Idle;
    const auto& [chat, action] = *next;
    const Client& client = clients_.at(chat.channel);
    if (client.gate->admit_spare(now)) client.platform->show_action(chat.address, action);
    return StepResult::Worked;
}

}  // namespace bot
