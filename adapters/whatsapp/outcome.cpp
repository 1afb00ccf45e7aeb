#include "adapters/whatsapp/outcome.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <cstdlib>
#include <iterator>

#include "adapters/json.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters::whatsapp {
namespace {

namespace json = boost::json;
using std::chrono::milliseconds;

enum class Meaning {
    StopAccount,
    StopTemplate,
    CallsLimit,
    Throughput,
    PairLimit,
    SpamLimit,
    Maintenance,
    Temporary,
    Media,
    Gone,
    WindowClosed,
    Rejected,
};

// Codes from `first` to `last`; `word` instead of the number if the table names what to do next.
// Source: PLATFORMS.md section 6.2, from
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes.
struct Row {
    std::int64_t first;
    std::int64_t last;
    Meaning meaning;
    std::string_view word = {};
};
constexpr Row kRows[] = {
    {0, 0, Meaning::StopAccount},
    {1, 2, Meaning::Temporary},
    {3, 3, Meaning::StopAccount},
    {4, 4, Meaning::CallsLimit},
    {10, 10, Meaning::StopAccount},
    {190, 190, Meaning::StopAccount},
    {200, 299, Meaning::StopAccount},
    {368, 368, Meaning::StopAccount},
    {80'007, 80'007, Meaning::CallsLimit},
    {130'429, 130'429, Meaning::Throughput},
    {130'472, 130'472, Meaning::Rejected, kHeldBack},
    {130'497, 130'497, Meaning::StopAccount},
    {131'000, 131'000, Meaning::Temporary},
    {131'005, 131'005, Meaning::StopAccount},
    {131'016, 131'016, Meaning::Temporary},
    {131'026, 131'026, Meaning::Gone},
    {131'030, 131'030, Meaning::Rejected, "not_in_test_list"},
    {131'031, 131'031, Meaning::StopAccount},
    {131'037, 131'037, Meaning::StopAccount},
    {131'042, 131'042, Meaning::StopAccount},
    {131'045, 131'045, Meaning::StopAccount},
    {131'047, 131'047, Meaning::WindowClosed},
    {131'048, 131'048, Meaning::SpamLimit},
    {131'049, 131'049, Meaning::Rejected, kHeldBack},
    {131'050, 131'050, Meaning::Rejected, "marketing_stopped"},
    {131'052, 131'053, Meaning::Media},
    {131'056, 131'056, Meaning::PairLimit},
    {131'057, 131'057, Meaning::Maintenance},
    {131'062, 131'062, Meaning::Rejected, kNotToUserId},
    {131'063, 131'064, Meaning::StopTemplate},
    {132'001, 132'001, Meaning::StopTemplate},
    {132'015, 132'016, Meaning::StopTemplate},
    {133'010, 133'010, Meaning::StopAccount},
    {133'016, 133'016, Meaning::StopAccount},
    {137'000, 137'000, Meaning::Rejected, kKeyChanged}};

// The delays of the table. 0 is the sender's own back-off.
constexpr milliseconds kBackOff{0};
constexpr milliseconds kCallsPause = std::chrono::minutes{5};
constexpr milliseconds kSpamPause = std::chrono::hours{1};
constexpr milliseconds kMaintenancePause = std::chrono::minutes{2};

const Row* find(std::int64_t code) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows), [code](const Row& one) {
        return code >= one.first && code <= one.last;
    });
    return row != std::end(kRows) ? row : nullptr;
}

// 1, 4, 16, 64 … seconds.
milliseconds pair_pause(int failures) {
    const int exponent = std::clamp(failures, 0, kMostPairPauses);
    return std::chrono::seconds{std::int64_t{1} << (2 * exponent)};
}

RetryAfter wait(milliseconds own, Scope scope, const Circumstances& circumstances) {
    return RetryAfter{
        circumstances.retry_after ? milliseconds{*circumstances.retry_after} : own,
        scope,
        /*maybe_sent=*/false};
}

RetryAfter in_doubt(const Circumstances& circumstances) {
    RetryAfter retry = wait(kBackOff, Scope::Conversation, circumstances);
    retry.maybe_sent = true;
    return retry;
}

SendOutcome media_refused(const Circumstances& circumstances) {
    if (circumstances.failures > 0) return Rejected{std::string(kMediaRefused)};
    return wait(kBackOff, Scope::Conversation, circumstances);
}

SendOutcome outcome_of_row(
    const Row& row, const ApiFault& fault, const Circumstances& circumstances
) {
    switch (row.meaning) {
        case Meaning::StopAccount:
            return Reconfigure{code_of(fault), Scope::Account};
        case Meaning::StopTemplate:
            return Reconfigure{code_of(fault), Scope::Template};
        case Meaning::CallsLimit:
            return wait(kCallsPause, Scope::Account, circumstances);
        case Meaning::Throughput:
            return wait(kBackOff, Scope::Account, circumstances);
        case Meaning::PairLimit:
            return wait(pair_pause(circumstances.failures), Scope::Conversation, circumstances);
        case Meaning::SpamLimit: {
            RetryAfter retry = wait(kSpamPause, Scope::Account, circumstances);
            retry.alarming = true;
            return retry;
        }
        case Meaning::Maintenance:
            return wait(kMaintenancePause, Scope::Account, circumstances);
        case Meaning::Temporary:
            return in_doubt(circumstances);
        case Meaning::Media:
            return media_refused(circumstances);
        case Meaning::Gone:
            return RecipientGone{code_of(fault)};
        case Meaning::WindowClosed:
            return WindowClosed{};
        case Meaning::Rejected:
            return Rejected{std::string(row.word)};
    }
    std::abort();
}

std::string http_code(int status) {
    return "http_" + std::to_string(status);
}

bool is_success(int status) {
    return status >= 200 && status < 300;
}

// An answer that is not the API's own, by its status.
SendOutcome outcome_of_status(const HttpAnswered& http) {
    const Circumstances circumstances{http.retry_after, http.status, 0};
    if (is_success(http.status) || http.status == 408 || http.status >= 500) {
        return in_doubt(circumstances);
    }
    if (http.status == 429) return wait(kBackOff, Scope::Account, circumstances);
    if (http.status < 400 || http.status == 401 || http.status == 403 || http.status == 404) {
        return Reconfigure{http_code(http.status), Scope::Account};
    }
    return Rejected{http_code(http.status)};
}

// The id of the accepted message; nothing if the body is no such answer.
std::optional<std::string> accepted_id(const json::object& answer) {
    const auto* messages = answer.if_contains("messages");
    const auto* list = messages != nullptr ? messages->if_array() : nullptr;
    if (list == nullptr || list->empty()) return std::nullopt;
    const auto* first = list->front().if_object();
    const auto* id = first != nullptr ? first->if_contains("id") : nullptr;
    if (id == nullptr || !id->is_string() || id->get_string().empty()) return std::nullopt;
    return std::string(id->get_string());
}

SendOutcome answered(const HttpAnswered& http, int failures) {
    const auto value = parse_json_limited(http.body);
    const auto* answer = value ? value->if_object() : nullptr;
    if (answer == nullptr) return outcome_of_status(http);
    if (const auto* error = answer->if_contains("error"); error != nullptr && error->is_object()) {
        return outcome_of_error(
            error_of(error->get_object()), {http.retry_after, http.status, failures}
        );
    }
    if (is_success(http.status)) {
        if (auto id = accepted_id(*answer)) return Sent{std::move(*id)};
    }
    return outcome_of_status(http);
}

}  // namespace

ApiFault error_of(const boost::json::object& error) {
    ApiFault fault;
    const auto integer = [&error](std::string_view name) -> std::optional<std::int64_t> {
        const auto* member = error.if_contains(name);
        if (member == nullptr || !member->is_int64()) return std::nullopt;
        return member->get_int64();
    };
    fault.code = integer("code").value_or(-1);
    fault.subcode = integer("error_subcode");
    return fault;
}

std::string code_of(const ApiFault& fault) {
    std::string code = fault.code < 0 ? "no_code" : std::to_string(fault.code);
    if (fault.subcode) code += "." + std::to_string(*fault.subcode);
    return code;
}

SendOutcome outcome_of_error(const ApiFault& fault, const Circumstances& circumstances) {
    if (const Row* row = find(fault.code)) return outcome_of_row(*row, fault, circumstances);
    if (circumstances.status >= 500) return in_doubt(circumstances);
    return Rejected{code_of(fault)};
}

SendOutcome outcome_of(const HttpResult& result, int failures) {
    if (const auto* answer = std::get_if<HttpAnswered>(&result)) return answered(*answer, failures);
    const bool maybe_sent = std::holds_alternative<HttpInDoubt>(result);
    return RetryAfter{kBackOff, Scope::Conversation, maybe_sent};
}

}  // namespace adapters::whatsapp
