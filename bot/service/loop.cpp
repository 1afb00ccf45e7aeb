#include "bot/service/loop.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <random>

namespace bot {
namespace {

// RELIABILITY.md rule 29.
constexpr std::chrono::milliseconds kFirstPause{100};
constexpr std::chrono::milliseconds kLongestPause{2000};

std::chrono::milliseconds pause_after(int failures) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const auto limit = std::min(kLongestPause, kFirstPause * (1 << std::min(failures - 1, 5)));
    return std::chrono::milliseconds{
        std::uniform_int_distribution<std::int64_t>(limit.count() / 2, limit.count())(random)};
}

}  // namespace

Loop::Loop(Work work, Signal& signal)
    : work_(std::move(work)),
      signal_(signal),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Loop::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            const StepResult result = work_.step();
            if (failures_ > 0) spdlog::info(fmt::format("loop recovered name={}", work_.name));
            failures_ = 0;
            if (result == StepResult::Idle) signal_.wait(stop, work_.idle);
        } catch (const std::exception& error) {
            recover(stop, error.what());
        }
    }
    work_.reset();
}

void Loop::recover(const std::stop_token& stop, const char* what) {
    // The text of a database error may hold values: only its SQLSTATE, the first word, is shown.
    const std::string_view text(what);
    const std::string_view first = text.substr(0, std::min(text.find(':'), std::size_t{5}));
    if (failures_++ == 0)
        spdlog::warn(fmt::format("loop failed name={} sqlstate={}", work_.name, first));
    work_.reset();
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait_for(lock, stop, pause_after(failures_), [] { return false; });
}

}  // namespace bot
