#include "bot/service/simulator/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace bot::simulator {
namespace {

// A message that waits to be overtaken goes all the same if no other one comes.
constexpr int kSwapPatienceMs = 30'000;
constexpr std::chrono::seconds kLongest{600};

}  // namespace

domain::Result<std::string, std::string> Faults::arm(
    std::string_view kind, std::chrono::seconds time
) {
    if (time < std::chrono::seconds{1} || time > kLongest) {
        return domain::Failure{std::string("Lama gangguan antara 1 dan 600 detik. Contoh: 10.")};
    }
    const std::lock_guard lock(mutex_);
    const auto until = Clock::now() + time;
    if (kind == "ganda") {
        twice_ = true;
        return std::string("Pesan berikutnya diantar dua kali.");
    }
    if (kind == "tukar") {
        to_swap_ = 2;
        return std::string("Dua pesan berikutnya diantar terbalik.");
    }
    if (kind == "tunda") {
        delay_ = time;
        return fmt::format("Pesan berikutnya diantar {} detik kemudian.", time.count());
    }
    if (kind == "jawaban_hilang") {
        lose_answer_ = true;
        return std::string("Jawaban platform atas pesan bot berikutnya akan hilang.");
    }
    if (kind == "mati") {
        down_until_ = until;
        return fmt::format("Platform mati selama {} detik.", time.count());
    }
    if (kind == "penuh") {
        full_until_ = until;
        return fmt::format("Platform menolak pesan bot (429) selama {} detik.", time.count());
    }
    if (kind == "bunuh") {
        kill_ = true;
        return std::string("Proses akan dihentikan setelah penyimpanan berikutnya.");
    }
    return domain::Failure{std::string("Gangguan itu tidak dikenal. Contoh: ganda.")};
}

InboundFault Faults::take_inbound() {
    const std::lock_guard lock(mutex_);
    InboundFault fault;
    fault.twice = std::exchange(twice_, false);
    const auto delay = std::exchange(delay_, std::chrono::seconds{0});
    fault.delay_ms = static_cast<int>(std::chrono::milliseconds(delay).count());
    if (to_swap_ > 0) {
        fault.waits = to_swap_ == 2;
        fault.overtakes = to_swap_ == 1;
        --to_swap_;
        if (fault.waits) fault.delay_ms = kSwapPatienceMs;
    }
    return fault;
}

OutboundFault Faults::outbound() const {
    const std::lock_guard lock(mutex_);
    const auto now = Clock::now();
    if (now < down_until_) return OutboundFault::Down;
    return now < full_until_ ? OutboundFault::TooMany : OutboundFault::None;
}

std::chrono::seconds Faults::remaining() const {
    const std::lock_guard lock(mutex_);
    const auto left = std::max(down_until_, full_until_) - Clock::now();
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds{1});
}

bool Faults::take_lost_answer() {
    const std::lock_guard lock(mutex_);
    return std::exchange(lose_answer_, false);
}

bool Faults::take_kill() {
    const std::lock_guard lock(mutex_);
    return std::exchange(kill_, false);
}

}  // namespace bot::simulator
