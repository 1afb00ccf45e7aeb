#include "adapters/telegram/answer.hpp"

#include "adapters/json.hpp"
#include "adapters/utf.hpp"

namespace adapters::telegram {
namespace {

namespace json = boost::json;

// Nobody waits longer than a day for anything.
constexpr std::int64_t kLongestWait = 86'400;
constexpr std::int64_t kHighestStatus = 999;

std::optional<std::int64_t> integer(const json::object& parent, std::string_view name) {
    const json::value* member = parent.if_contains(name);
    if (member == nullptr || !member->is_int64()) return std::nullopt;
    return member->get_int64();
}

std::string without_prefix(std::string text) {
    for (const std::string_view prefix :
         {"Bad Request: ", "Forbidden: ", "Unauthorized: ", "Conflict: ", "Not Found: "}) {
        if (text.starts_with(prefix)) return text.substr(prefix.size());
    }
    return text;
}

}  // namespace

std::optional<ApiAnswer> read_answer(std::string_view body) {
    auto value = parse_json_limited(body);
    auto* object = value ? value->if_object() : nullptr;
    const json::value* ok = object != nullptr ? object->if_contains("ok") : nullptr;
    if (ok == nullptr || !ok->is_bool()) return std::nullopt;

    ApiAnswer answer;
    answer.ok = ok->get_bool();
    if (auto* result = object->if_contains("result")) answer.result = std::move(*result);
    const auto code = integer(*object, "error_code");
    if (code && *code > 0 && *code <= kHighestStatus) answer.error_code = static_cast<int>(*code);
    if (const auto* text = object->if_contains("description"); text && text->is_string()) {
        const auto& description = text->get_string();
        answer.description = without_prefix(clean_text({description.data(), description.size()}));
    }
    const auto* parameters = object->if_contains("parameters");
    if (parameters != nullptr && parameters->is_object()) {
        const auto seconds = integer(parameters->get_object(), "retry_after");
        if (seconds && *seconds >= 0) {
            answer.retry_after = std::chrono::seconds{std::min(*seconds, kLongestWait)};
        }
        answer.migrated = integer(parameters->get_object(), "migrate_to_chat_id").has_value();
    }
    return answer;
}

}  // namespace adapters::telegram
