#include "adapters/fields.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <charconv>

#include "adapters/utf.hpp"

namespace adapters {
namespace {

// The year 9999 ends there; no time of a message is later, and microseconds still fit.
constexpr std::int64_t kLastSecond = 253'402'300'799;

const json::value* find(const json::object& parent, std::string_view name) {
    const json::value* member = parent.if_contains(name);
    return member != nullptr && !member->is_null() ? member : nullptr;
}

}  // namespace

bool has(const json::object& parent, std::string_view name) {
    return find(parent, name) != nullptr;
}

void Fields::odd(std::string_view name, std::string_view what) {
    if (problem_.empty()) problem_.append(name).append(": ").append(what);
}

const json::object* Fields::object(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return nullptr;
    if (!member->is_object()) odd(name, "no object");
    return member->if_object();
}

const json::array* Fields::array(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return nullptr;
    if (!member->is_array()) odd(name, "no list");
    return member->if_array();
}

std::vector<const json::object*> Fields::objects(
    const json::object& parent, std::string_view name
) {
    std::vector<const json::object*> found;
    const json::array* list = array(parent, name);
    if (list == nullptr) return found;
    for (const json::value& element : *list) {
        if (element.is_object()) {
            found.push_back(&element.get_object());
        } else {
            odd(name, "no object");
        }
    }
    return found;
}

std::optional<std::int64_t> Fields::integer(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return std::nullopt;
    if (const auto* number = member->if_int64()) return *number;
    odd(name, "no 64-bit integer");
    return std::nullopt;
}

std::string Fields::numeric_id(const json::object& parent, std::string_view name) {
    const auto number = integer(parent, name);
    return number ? std::to_string(*number) : std::string();
}

std::string Fields::text_id(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return {};
    const auto* text = member->if_string();
    if (text == nullptr) {
        odd(name, "no text");
        return {};
    }
    const std::string_view id(text->data(), text->size());
    if (id.find('\0') != std::string_view::npos) {
        odd(name, "NUL in an id");
        return {};
    }
    return std::string(id);
}

std::string Fields::opaque_id(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member != nullptr && member->is_int64()) return std::to_string(member->get_int64());
    return text_id(parent, name);
}

std::string Fields::text(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return {};
    const auto* text = member->if_string();
    if (text == nullptr) {
        odd(name, "no text");
        return {};
    }
    return clean_text({text->data(), text->size()});
}

bool Fields::flag(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return false;
    if (!member->is_bool()) odd(name, "neither true nor false");
    return member->is_bool() && member->get_bool();
}

std::optional<domain::Instant> Fields::instant(const json::object& parent, std::string_view name) {
    const auto seconds = integer(parent, name);
    return seconds ? checked_instant(name, *seconds) : std::nullopt;
}

std::optional<domain::Instant> Fields::instant_of_digits(
    const json::object& parent, std::string_view name
) {
    const json::value* member = find(parent, name);
    if (member == nullptr || !member->is_string()) return instant(parent, name);
    const auto& digits = member->get_string();
    std::int64_t seconds = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, seconds);
    if (read.ec == std::errc{} && read.ptr == end) return checked_instant(name, seconds);
    odd(name, "no time");
    return std::nullopt;
}

std::optional<domain::Instant> Fields::checked_instant(
    std::string_view name, std::int64_t seconds
) {
    if (seconds == 0) return std::nullopt;
    if (seconds < 0 || seconds > kLastSecond) {
        odd(name, "no time");
        return std::nullopt;
    }
    return domain::Instant{std::chrono::seconds{seconds}};
}

std::optional<double> Fields::number(const json::object& parent, std::string_view name) {
    const json::value* member = find(parent, name);
    if (member == nullptr) return std::nullopt;
    if (member->is_number()) return member->to_number<double>();
    odd(name, "no number");
    return std::nullopt;
}

}  // namespace adapters
