#include "adapters/simulator/outcome.hpp"

#include <string>

#include "adapters/fields.hpp"
#include "adapters/json.hpp"

namespace adapters::simulator {
namespace {

constexpr std::chrono::milliseconds kOwnBackOff{0};

SendOutcome wait(const HttpAnswered& answer, Scope scope) {
    const auto told = answer.retry_after.value_or(std::chrono::seconds{0});
    return RetryAfter{told, scope, /*maybe_sent=*/false};
}

// An answer that does not name the message proves nothing.
SendOutcome shown(const HttpAnswered& answer) {
    const auto value = parse_json_limited(answer.body);
    const auto* object = value ? value->if_object() : nullptr;
    Fields fields;
    const std::string id = object != nullptr ? fields.text_id(*object, "id") : std::string();
    if (id.empty()) return RetryAfter{kOwnBackOff, Scope::Conversation, /*maybe_sent=*/true};
    return Sent{id};
}

}  // namespace

SendOutcome outcome_of(const HttpResult& result) {
    const auto* answer = std::get_if<HttpAnswered>(&result);
    if (answer == nullptr) {
        const bool maybe_sent = std::holds_alternative<HttpInDoubt>(result);
        return RetryAfter{kOwnBackOff, Scope::Conversation, maybe_sent};
    }
    if (answer->status == 200) return shown(*answer);
    if (answer->status == 503) return wait(*answer, Scope::Conversation);
    if (answer->status == 429) return wait(*answer, Scope::Account);
    if (answer->status == 409) return WindowClosed{};
    if (answer->status == 404) return RecipientGone{"no_phone"};
    if (answer->status >= 400 && answer->status < 500) {
        return Rejected{"http_" + std::to_string(answer->status)};
    }
    return RetryAfter{kOwnBackOff, Scope::Conversation, /*maybe_sent=*/true};
}

}  // namespace adapters::simulator
