#include "bot/service/acknowledgements.hpp"

namespace bot {
namespace {
// More than that have been waiting too long to be of use.
constexpr std::size_t kMostWaiting = 1000;
}  // namespace

void Acknowledgements::add_press(std::string channel, std::string answer_id) {
    add({What::Press, std::move(channel), std::move(answer_id)});
}

void Acknowledgements::add_message(std::string channel, std::string message_id) {
    add({What::Message, std::move(channel), std::move(message_id)});
}

void Acknowledgements::add_used(std::string channel, std::string address, std::string message_id) {
    add({What::Used, std::move(channel), std::move(message_id), std::move(address)});
}

void Acknowledgements::add(Waiting waiting) {
    if (waiting.id.empty()) return;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() == kMostWaiting) waiting_.pop_front();
        waiting_.push_back(std::move(waiting));
    }
    signal_.notify();
}

void Acknowledgements::set_client(
    std::string channel, std::unique_ptr<adapters::PlatformClient> client
) {
    clients_[std::move(channel)] = std::move(client);
}

StepResult Acknowledgements::step() {
    Waiting next;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return StepResult::Idle;
        next = std::move(waiting_.front());
        waiting_.pop_front();
    }
    const auto client = clients_.find(next.channel);
    if (client == clients_.end()) return StepResult::Worked;
    switch (next.what) {
        case What::Press:
            client->second->answer_press(next.id);
            break;
        case What::Message:
            client->second->show_seen(next.id);
            break;
        case What::Used:
            client->second->remove_buttons(next.address, next.id);
            break;
    }
    return StepResult::Worked;
}

}  // namespace bot
