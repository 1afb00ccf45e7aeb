#include "adapters/telegram/polling.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace adapters::telegram {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

// Walks over JSON without building anything: it knows strings and brackets, and nothing else.
class Scanner {
public:
    explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

    bool take(char c) {
        skip_blanks();
        if (at_ >= bytes_.size() || bytes_[at_] != c) return false;
        ++at_;
        return true;
    }

    // The value that begins here, up to the ',' or closing bracket behind it; empty at the end.
    std::string_view take_value() {
        skip_blanks();
        const std::size_t start = at_;
        std::size_t depth = 0;
        while (at_ < bytes_.size()) {
            const char c = bytes_[at_];
            if (c == '"') {
                skip_string();
                continue;
            }
            const bool closes = c == '}' || c == ']';
            if (depth == 0 && (closes || c == ',' || c == ':')) break;
            if (c == '{' || c == '[') ++depth;
            if (closes) --depth;
            ++at_;
        }
        const auto value = bytes_.substr(start, at_ - start);
        return value.substr(0, value.find_last_not_of(kSpaces) + 1);
    }

private:
    void skip_blanks() { at_ = std::min(bytes_.find_first_not_of(kSpaces, at_), bytes_.size()); }

    void skip_string() {
        for (++at_; at_ < bytes_.size(); ++at_) {
            if (bytes_[at_] == '\\') {
                ++at_;
            } else if (bytes_[at_] == '"') {
                ++at_;
                return;
            }
        }
        at_ = bytes_.size();
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

// The value of the last member of that name; empty if there is none or the text is no object.
std::string_view member(std::string_view object, std::string_view quoted_name) {
    Scanner scanner(object);
    if (!scanner.take('{')) return {};
    std::string_view found;
    do {
        const auto name = scanner.take_value();
        if (!scanner.take(':')) break;
        const auto value = scanner.take_value();
        if (name == quoted_name) found = value;
    } while (scanner.take(','));
    return found;
}

std::optional<std::int64_t> update_id(std::string_view update) {
    const auto digits = member(update, "\"update_id\"");
    std::int64_t id = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, id);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return id;
}

}  // namespace

std::optional<std::vector<PolledUpdate>> split_updates(std::string_view answer) {
    if (member(answer, "\"ok\"") != "true") return std::nullopt;
    Scanner scanner(member(answer, "\"result\""));
    if (!scanner.take('[')) return std::nullopt;
    std::vector<PolledUpdate> updates;
    do {
        const auto update = scanner.take_value();
        if (!update.empty()) updates.push_back({update_id(update), std::string(update)});
    } while (scanner.take(','));
    if (!scanner.take(']')) return std::nullopt;
    return updates;
}

std::int64_t next_offset(std::int64_t offset, const std::vector<PolledUpdate>& updates) {
    for (const PolledUpdate& update : updates) {
        const bool usable =
            update.update_id && *update.update_id < std::numeric_limits<std::int64_t>::max();
        if (usable) offset = std::max(offset, *update.update_id + 1);
    }
    return offset;
}

}  // namespace adapters::telegram
