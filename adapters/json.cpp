#include "adapters/json.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <string>

namespace adapters {
namespace {

constexpr std::size_t kEscapeLength = 6;  // \uD83D

bool is_high(unsigned unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(unsigned unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

// The UTF-16 unit of the escape that begins there; 0 if none does.
unsigned escaped_unit(std::string_view bytes, std::size_t position) {
    if (position + kEscapeLength > bytes.size()) return 0;
    if (bytes[position] != '\\' || bytes[position + 1] != 'u') return 0;
    const char* first = bytes.data() + position + 2;
    unsigned unit = 0;
    const auto read = std::from_chars(first, first + 4, unit, 16);
    return read.ec == std::errc{} && read.ptr == first + 4 ? unit : 0;
}

// Boost.JSON before 1.85 refuses a whole text for one lone surrogate, which a person can send. A
// back slash is legal in strings only, so it needs no knowledge of where strings begin.
std::string replace_lone_surrogates(std::string_view bytes) {
    std::string text(bytes);
    for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
        const unsigned unit = escaped_unit(text, at);
        if (is_high(unit) && is_low(escaped_unit(text, at + kEscapeLength))) {
            at += 2 * kEscapeLength;
        } else if (is_high(unit) || is_low(unit)) {
            text.replace(at + 2, 4, "fffd");
            at += kEscapeLength;
        } else {
            at += 2;  // an escaped back slash is two bytes; any other escape has no second one
        }
        if (at >= text.size()) break;
    }
    return text;
}

// A share of kJsonBytesAtOnce, held while a text is parsed.
class ParseShare {
public:
    explicit ParseShare(std::size_t bytes) : bytes_(std::min(bytes, kJsonBytesAtOnce)) {
        std::unique_lock lock(mutex);
        has_room.wait(lock, [this] { return taken + bytes_ <= kJsonBytesAtOnce; });
        taken += bytes_;
    }
    ~ParseShare() {
        {
            const std::lock_guard lock(mutex);
            taken -= bytes_;
        }
        has_room.notify_all();
    }
    ParseShare(const ParseShare&) = delete;
    ParseShare& operator=(const ParseShare&) = delete;

private:
    static inline std::mutex mutex;
    static inline std::condition_variable has_room;
    static inline std::size_t taken = 0;

    std::size_t bytes_;
};

// Depth is bounded by the parser, so the recursion is.
bool is_finite(const boost::json::value& value) {
    if (const auto* number = value.if_double()) return std::isfinite(*number);
    if (const auto* array = value.if_array()) {
        for (const auto& element : *array) {
            if (!is_finite(element)) return false;
        }
    }
    if (const auto* object = value.if_object()) {
        for (const auto& member : *object) {
            if (!is_finite(member.value())) return false;
        }
    }
    return true;
}

}  // namespace

std::optional<boost::json::value> parse_json_limited(std::string_view bytes) {
    const ParseShare share(bytes.size());
    boost::json::parse_options options;
    options.max_depth = kJsonDepth;
    boost::json::error_code error;
    try {
        const bool escaped = bytes.find("\\u") != std::string_view::npos;
        auto value = escaped
                         ? boost::json::parse(replace_lone_surrogates(bytes), error, {}, options)
                         : boost::json::parse(bytes, error, {}, options);
        if (error || !is_finite(value)) return std::nullopt;
        return value;
    } catch (const std::length_error&) {
        return std::nullopt;  // a string or object larger than Boost.JSON allows
    }
}

}  // namespace adapters
