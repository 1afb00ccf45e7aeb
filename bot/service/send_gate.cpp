#include "bot/service/send_gate.hpp"

#include <algorithm>

namespace bot {
namespace {

constexpr int kFailuresToBreak = 5;
constexpr std::size_t kChatsToRest = 3;
constexpr std::chrono::seconds kChatsWithin{2};
constexpr std::chrono::seconds kLongestProbePause{60};

// So many answers after a failure, all lanes are open again.
constexpr int kAnswersToReopen = 24;
// While they reopen, a message goes at least this often, even if an answer never came.
constexpr double kReopeningRate = 1;

// While the breaker is open the senders look again after this.
constexpr std::chrono::milliseconds kLookAgain{200};

// Until a bucket that refills at `rate` holds a whole message.
SendGate::Duration until_one(double tokens, double rate) {
    if (tokens >= 1) return SendGate::Duration::zero();
    const std::chrono::duration<double> wait((1 - tokens) / rate);
    return std::chrono::ceil<SendGate::Duration>(wait);
}

}  // namespace

SendGate::SendGate(const AccountPace& pace)
    : pace_(pace), tokens_(pace.burst), notice_tokens_(pace.notice_burst) {}

void SendGate::refill(Time now) {
    if (refilled_ != Time{}) {
        const std::chrono::duration<double> passed = now - refilled_;
        const double rate = reopening_ ? std::min(pace_.rate, kReopeningRate) : pace_.rate;
        tokens_ = std::min(pace_.burst, tokens_ + passed.count() * rate);
        notice_tokens_ =
            std::min(pace_.notice_burst, notice_tokens_ + passed.count() * pace_.notice_rate);
    }
    refilled_ = now;
}

SendGate::Duration SendGate::admit(Time now, Traffic traffic) {
    const std::lock_guard lock(mutex_);
    if (now < rest_until_) return rest_until_ - now;
    if (failures_ >= kFailuresToBreak) return kLookAgain;
    refill(now);
    const bool notice = traffic == Traffic::Notice;
    const Duration wait = std::max(
        until_one(tokens_, pace_.rate),
        notice ? until_one(notice_tokens_, pace_.notice_rate) : Duration::zero()
    );
    if (wait > Duration::zero()) return wait;
    tokens_ -= 1;
    if (notice) notice_tokens_ -= 1;
    return wait;
}

bool SendGate::admit_spare(Time now) {
    const std::lock_guard lock(mutex_);
    if (now < rest_until_ || failures_ > 0 || reopening_) return false;
    refill(now);
    if (tokens_ < 1 + pace_.burst / 2) return false;
    tokens_ -= 1;
    return true;
}

void SendGate::give_back(Traffic traffic) {
    const std::lock_guard lock(mutex_);
    tokens_ = std::min(pace_.burst, tokens_ + 1);
    if (traffic == Traffic::Notice)
        notice_tokens_ = std::min(pace_.notice_burst, notice_tokens_ + 1);
}

bool SendGate::rests(Time now) {
    const std::lock_guard lock(mutex_);
    return now < rest_until_;
}

void SendGate::chat_asked_to_wait(Time now, Duration how_long) {
    const std::lock_guard lock(mutex_);
    while (!asked_.empty() && asked_.front() + kChatsWithin < now) asked_.pop_front();
    asked_.push_back(now);
    if (asked_.size() >= kChatsToRest) rest_until_ = std::max(rest_until_, now + how_long);
}

void SendGate::account_asked_to_wait(Time now, Duration how_long) {
    const std::lock_guard lock(mutex_);
    rest_until_ = std::max(rest_until_, now + how_long);
}

void SendGate::succeeded() {
    const std::lock_guard lock(mutex_);
    failures_ = 0;
    probes_ = 0;
    if (!reopening_) return;
    tokens_ = std::min(pace_.burst, tokens_ + 2);
    reopening_ = ++reopened_ < kAnswersToReopen;
}

void SendGate::failed(Time now) {
    const std::lock_guard lock(mutex_);
    if (++failures_ == kFailuresToBreak) {
        reopening_ = false;
        probes_ = 0;
        next_probe_ = now + probe_pause();
    }
}

SendGate::Duration SendGate::probe_pause() const {
    return std::min(kLongestProbePause, std::chrono::seconds{1 << std::min(probes_, 6)});
}

bool SendGate::should_probe(Time now) {
    const std::lock_guard lock(mutex_);
    if (failures_ < kFailuresToBreak || probing_ || now < next_probe_) return false;
    probing_ = true;
    return true;
}

void SendGate::probed(Time now, bool alive) {
    const std::lock_guard lock(mutex_);
    probing_ = false;
    if (alive) {
        // Half open: the next failure opens it again at once.
        failures_ = kFailuresToBreak - 1;
        tokens_ = 1;
        refilled_ = now;
        reopening_ = true;
        reopened_ = 0;
    } else {
        ++probes_;
        next_probe_ = now + probe_pause();
    }
}

}  // namespace bot
