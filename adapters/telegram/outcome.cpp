#include "adapters/telegram/outcome.hpp"

#include <algorithm>
#include <string>

#include "adapters/telegram/answer.hpp"

namespace adapters::telegram {
namespace {

enum class Meaning { NothingToDo, RecipientGone, Rejected };

// How the description of a 400 begins, and what it means. Source: PLATFORMS.md section 6.1.
struct Row {
    std::string_view start;
    Meaning meaning;
    std::string_view code;
};
constexpr Row kBadRequests[] = {
    {"message is not modified", Meaning::NothingToDo, ""},
    {"query is too old", Meaning::NothingToDo, ""},
    {"query ID is invalid", Meaning::NothingToDo, ""},
    {"message to edit not found", Meaning::Rejected, kCannotEdit},
    {"message can't be edited", Meaning::Rejected, kCannotEdit},
    {"message can't be deleted", Meaning::Rejected, kCannotEdit},
    {"message to be replied not found", Meaning::Rejected, kReplyNotFound},
    {"chat not found", Meaning::RecipientGone, "chat_not_found"},
    {"private chat not found", Meaning::RecipientGone, "chat_not_found"},
    {"PEER_ID_INVALID", Meaning::RecipientGone, "chat_not_found"},
    {"group chat was upgraded", Meaning::Rejected, "group_upgraded"},
    {"can't parse entities", Meaning::Rejected, kCannotParseEntities},
    {"message is too long", Meaning::Rejected, "too_long"},
    {"reply markup is too long", Meaning::Rejected, "markup_too_long"},
    {"BUTTON_DATA_INVALID", Meaning::Rejected, "button_data"},
    {"wrong file_id", Meaning::Rejected, kFileRefused},
    {"wrong file identifier", Meaning::Rejected, kFileRefused},
    {"file is too big", Meaning::Rejected, kFileRefused}};

constexpr Row kForbidden[] = {
    {"bot was blocked by the user", Meaning::RecipientGone, "blocked"},
    {"user is deactivated", Meaning::RecipientGone, "deactivated"},
    {"bot can't initiate conversation", Meaning::RecipientGone, "not_started"},
    {"bot was kicked", Meaning::RecipientGone, "kicked"},
    {"bot is not a member", Meaning::RecipientGone, "not_member"}};

std::string http_code(int status) {
    return "http_" + std::to_string(status);
}

template <std::size_t N>
const Row* find(const Row (&rows)[N], std::string_view description) {
    const auto* row = std::find_if(std::begin(rows), std::end(rows), [&](const Row& one) {
        return description.starts_with(one.start);
    });
    return row != std::end(rows) ? row : nullptr;
}

SendOutcome bad_request(const ApiAnswer& answer, int status) {
    if (answer.migrated) return Rejected{"group_upgraded"};
    const Row* row = find(kBadRequests, answer.description);
    if (row == nullptr) return Rejected{http_code(status)};
    switch (row->meaning) {
        case Meaning::NothingToDo:
            return Sent{};
        case Meaning::RecipientGone:
            return RecipientGone{std::string(row->code)};
        case Meaning::Rejected:
            break;
    }
    return Rejected{std::string(row->code)};
}

SendOutcome forbidden(const std::optional<ApiAnswer>& answer) {
    if (!answer) return Reconfigure{http_code(403)};
    const Row* row = find(kForbidden, answer->description);
    return RecipientGone{row != nullptr ? std::string(row->code) : http_code(403)};
}

// An answer that does not name the message is no usable one: it proves nothing.
SendOutcome sent(const ApiAnswer& answer) {
    const auto* message = answer.result.if_object();
    const auto* id = message != nullptr ? message->if_contains("message_id") : nullptr;
    if (id != nullptr && id->is_int64()) return Sent{std::to_string(id->get_int64())};
    return RetryAfter{std::chrono::seconds{0}, Scope::Conversation, /*maybe_sent=*/true};
}

SendOutcome too_many(const HttpAnswered& http, const std::optional<ApiAnswer>& answer) {
    auto wait = answer ? answer->retry_after : std::nullopt;
    if (!wait) wait = http.retry_after;
    return RetryAfter{wait.value_or(std::chrono::seconds{0}), Scope::Account, /*maybe_sent=*/false};
}

// The API's own code counts; without one, the status of HTTP.
SendOutcome answered(const HttpAnswered& http) {
    const auto answer = read_answer(http.body);
    const bool success = http.status >= 200 && http.status < 300;
    if (success && answer && answer->ok) return sent(*answer);
    const int code = answer ? answer->error_code.value_or(http.status) : http.status;
    if (code == 429) return too_many(http, answer);
    if (code == 408 || code >= 500 || (success && !answer)) {
        const auto wait = http.retry_after.value_or(std::chrono::seconds{0});
        return RetryAfter{wait, Scope::Conversation, /*maybe_sent=*/true};
    }
    if (code == 401 || code == 404 || (code >= 300 && code < 400)) {
        return Reconfigure{http_code(code)};
    }
    if (code == 409) return Reconfigure{"conflict"};
    if (code == 403) return forbidden(answer);
    return answer ? bad_request(*answer, code) : SendOutcome{Rejected{http_code(code)}};
}

}  // namespace

SendOutcome outcome_of(const HttpResult& result) {
    constexpr std::chrono::milliseconds kOwnBackOff{0};
    if (const auto* answer = std::get_if<HttpAnswered>(&result)) return answered(*answer);
    const bool maybe_sent = std::holds_alternative<HttpInDoubt>(result);
    return RetryAfter{kOwnBackOff, Scope::Conversation, maybe_sent};
}

}  // namespace adapters::telegram
