#include "bot/service/connection_limits.hpp"

namespace bot {

ConnectionLimits::ConnectionLimits(
    std::size_t total, std::size_t per_peer, const std::vector<std::string>& unlimited_peers
)
    : total_(total),
      per_peer_(per_peer),
      unlimited_(unlimited_peers.begin(), unlimited_peers.end()) {}

ConnectionLimits::Verdict ConnectionLimits::enter(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    if (open_ >= total_) return Verdict::TooMany;
    const auto known = by_peer_.find(peer);
    const std::size_t of_peer = known == by_peer_.end() ? 0 : known->second;
    if (of_peer >= per_peer_ && !unlimited_.contains(peer)) return Verdict::TooManyOfPeer;
    ++open_;
    by_peer_[peer] = of_peer + 1;
    return Verdict::Admitted;
}

void ConnectionLimits::leave(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    const auto known = by_peer_.find(peer);
    if (--known->second == 0) by_peer_.erase(known);
    if (--open_ == 0) none_open_.notify_all();
}

std::size_t ConnectionLimits::open() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

bool ConnectionLimits::wait_until_none(std::chrono::steady_clock::duration at_most) {
    std::unique_lock lock(mutex_);
    return none_open_.wait_for(lock, at_most, [this] { return open_ == 0; });
}

bool BodyBudget::take(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    if (bytes > left_) return false;
    left_ -= bytes;
    return true;
}

void BodyBudget::give_back(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    left_ += bytes;
}

}  // namespace bot
