#include "bot/log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>

namespace bot {

namespace {

constexpr std::size_t kMaxKeys = 4096;
constexpr std::size_t kShortestSecret = 4;
constexpr char32_t kReplacement = 0xfffd;

// Takes one code point off the front; U+FFFD and one byte for what is no UTF-8.
char32_t take_code_point(std::string_view& text) {
    const auto byte = [&text](std::size_t at) -> unsigned {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned first = byte(0);
    std::size_t length = 0;
    char32_t code = 0;
    if (first < 0x80) {
        text.remove_prefix(1);
        return first;
    }
    if (first >= 0xc2 && first < 0xe0) {
        length = 2;
        code = first & 0x1fU;
    } else if (first >= 0xe0 && first < 0xf0) {
        length = 3;
        code = first & 0x0fU;
    } else if (first >= 0xf0 && first < 0xf5) {
        length = 4;
        code = first & 0x07U;
    }
    bool valid = length > 0;
    for (std::size_t at = 1; valid && at < length; ++at) {
        valid = (byte(at) & 0xc0U) == 0x80U;
        code = (code << 6U) | (byte(at) & 0x3fU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool surrogate = code >= 0xd800 && code < 0xe000;
    if (!valid || overlong || surrogate || code > 0x10ffff) {
        text.remove_prefix(1);
        return kReplacement;
    }
    text.remove_prefix(length);
    return code;
}

void append_json_escape(std::string& line, char32_t code) {
    if (code < 0x10000) {
        line += fmt::format("\\u{:04x}", static_cast<unsigned>(code));
        return;
    }
    const auto above = static_cast<unsigned>(code) - 0x10000U;
    line += fmt::format("\\u{:04x}\\u{:04x}", 0xd800U + (above >> 10U), 0xdc00U + (above & 0x3ffU));
}

std::string json_text(std::string_view text) {
    std::string line;
    line.reserve(text.size() + 16);
    while (!text.empty()) {
        const char32_t code = take_code_point(text);
        if (code == U'"' || code == U'\\') {
            line += '\\';
            line += static_cast<char>(code);
        } else if (code >= 0x20 && code < 0x7f) {
            line += static_cast<char>(code);
        } else {
            append_json_escape(line, code);
        }
    }
    return line;
}

std::string plain_text(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t code = take_code_point(text);
        const bool bidi = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        const bool line_end = code == 0x2028 || code == 0x2029;
        if (code < 0x20 || (code >= 0x7f && code < 0xa0) || bidi || line_end ||
            code == kReplacement) {
            append_json_escape(line, code);
        } else {
            line += before.substr(0, before.size() - text.size());
        }
    }
    return line;
}

std::string_view level_name(spdlog::level::level_enum level) {
    switch (level) {
        case spdlog::level::trace:
        case spdlog::level::debug:
            return "debug";
        case spdlog::level::info:
            return "info";
        case spdlog::level::warn:
            return "warn";
        case spdlog::level::err:
        case spdlog::level::critical:
        case spdlog::level::off:
        case spdlog::level::n_levels:
            return "error";
    }
    std::abort();
}

class LineFormatter : public spdlog::formatter {
public:
    LineFormatter(LogFormat format, std::vector<std::string> secrets)
        : format_(format), secrets_(std::move(secrets)) {}

    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& line) override {
        const std::string text =
            without_secrets(std::string(message.payload.data(), message.payload.size()), secrets_);
        const std::string formatted =
            format_log_line(format_, level_name(message.level), message.time, text);
        line.append(formatted.data(), formatted.data() + formatted.size());
    }

    [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override {
        return std::make_unique<LineFormatter>(format_, secrets_);
    }

private:
    const LogFormat format_;
    const std::vector<std::string> secrets_;
};

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return spdlog::level::debug;
        case LogLevel::Info:
            return spdlog::level::info;
        case LogLevel::Warn:
            return spdlog::level::warn;
        case LogLevel::Error:
            return spdlog::level::err;
    }
    std::abort();
}

}  // namespace

std::string without_secrets(std::string text, const std::vector<std::string>& secrets) {
    for (const std::string& secret : secrets) {
        if (secret.size() < kShortestSecret) continue;
        for (std::size_t at = text.find(secret); at != std::string::npos;
             at = text.find(secret, at)) {
            text.replace(at, secret.size(), "***");
            at += 3;
        }
    }
    return text;
}

std::string format_log_line(
    LogFormat format,
    std::string_view level,
    std::chrono::system_clock::time_point time,
    std::string_view message
) {
    const auto since_epoch =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    const std::string stamp = fmt::format(
        "{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
        fmt::gmtime(std::chrono::system_clock::to_time_t(time)),
        since_epoch % 1000
    );
    if (format == LogFormat::Text) {
        return fmt::format("{} {} {}\n", stamp, level, plain_text(message));
    }
    return fmt::format(
        R"({{"time":"{}","level":"{}","message":"{}"}})"
        "\n",
        stamp,
        level,
        json_text(message)
    );
}

void set_up_log(LogLevel level, LogFormat format, std::vector<std::string> secrets) {
    // The longer one first: a secret may be a part of another.
    std::sort(secrets.begin(), secrets.end(), [](const std::string& a, const std::string& b) {
        return a.size() > b.size();
    });
    auto logger = std::make_shared<spdlog::logger>(
        "skpbot", std::make_shared<spdlog::sinks::stderr_sink_mt>()
    );
    logger->set_formatter(std::make_unique<LineFormatter>(format, std::move(secrets)));
    logger->set_level(level_of(level));
    logger->flush_on(spdlog::level::debug);
    spdlog::set_default_logger(std::move(logger));
}

void LimitedLog::forget_old(std::chrono::steady_clock::time_point now) {
    // Looking at all of them is worth it once per interval, not for every key of a flood.
    if (now - last_forgotten_ < interval_) return;
    last_forgotten_ = now;
    std::erase_if(entries_, [this, now](const auto& entry) {
        return now - entry.second.last >= interval_;
    });
}

std::optional<std::uint64_t> LimitedLog::admit(
    std::string_view key, std::chrono::steady_clock::time_point now
) {
    const std::lock_guard lock(mutex_);
    std::string name(key);
    if (!entries_.contains(name) && entries_.size() >= kMaxKeys) {
        forget_old(now);
        if (entries_.size() >= kMaxKeys) name.clear();
    }
    const auto [entry, is_new] = entries_.try_emplace(std::move(name), Entry{now, 0});
    if (is_new) return 0;
    if (now - entry->second.last < interval_) {
        ++entry->second.held_back;
        return std::nullopt;
    }
    entry->second.last = now;
    return std::exchange(entry->second.held_back, 0);
}

}  // namespace bot
