#include "bot/service/press_answers.hpp"

namespace bot {
namespace {
// More than that have been waiting too long to be of use.
constexpr std::size_t kMostWaiting = 1000;
}  // namespace

void PressAnswers::add(std::string channel, std::string answer_id) {
    if (answer_id.empty()) return;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() == kMostWaiting) waiting_.pop_front();
        waiting_.push_back({std::move(channel), std::move(answer_id)});
    }
    signal_.notify();
}

void PressAnswers::set_client(
    std::string channel, std::unique_ptr<adapters::PlatformClient> client
) {
    clients_[std::move(channel)] = std::move(client);
}

StepResult PressAnswers::step() {
    Waiting next;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return StepResult::Idle;
        next = std::move(waiting_.front());
        waiting_.pop_front();
    }
    const auto client = clients_.find(next.channel);
    if (client != clients_.end()) client->second->answer_press(next.answer_id);
    return StepResult::Worked;
}

}  // namespace bot
