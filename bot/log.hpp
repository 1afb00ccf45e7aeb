#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bot {

enum class LogFormat { Text, Json };

enum class LogLevel { Debug, Info, Warn, Error };

// Sends spdlog's default logger to stderr, one line per event, control characters escaped. Every
// occurrence of one of `secrets` is replaced by "***". Call it once, before other threads start.
void set_up_log(LogLevel level, LogFormat format, std::vector<std::string> secrets);

// One line of the log, with its line end. Whatever the text holds, a Json line is one valid JSON
// object in ASCII: {"time":"2026-03-30T01:00:00.000Z","level":"warn","message":"…"}, and a Text
// line has no control character. Pure.
std::string format_log_line(
    LogFormat format,
    std::string_view level,
    std::chrono::system_clock::time_point time,
    std::string_view message
);

// The text with every secret of at least four bytes replaced by "***". Pure.
std::string without_secrets(std::string text, const std::vector<std::string>& secrets);

// Keeps lines that repeat at one per interval and key. Shared by all threads. It remembers a
// bounded number of keys; beyond it, new keys share one.
class LimitedLog {
public:
    explicit LimitedLog(std::chrono::steady_clock::duration interval = std::chrono::seconds{1})
        : interval_(interval) {}

    // Whether a line with this key may be written now: how many were held back since the last one.
    // Nothing: hold this one back too.
    std::optional<std::uint64_t> admit(
        std::string_view key,
        std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now()
    );

private:
    struct Entry {
        std::chrono::steady_clock::time_point last;
        std::uint64_t held_back = 0;
    };
    void forget_old(std::chrono::steady_clock::time_point now);

    const std::chrono::steady_clock::duration interval_;
    std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
    std::chrono::steady_clock::time_point last_forgotten_{};
};

}  // namespace bot
