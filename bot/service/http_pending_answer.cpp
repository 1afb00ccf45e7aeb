#include "bot/service/http_pending_answer.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <typeinfo>
#include <utility>

namespace bot {

namespace {

// The exception's text may hold data of people: only its type is logged.
void report_bug(LimitedLog& log, const std::exception& problem) {
    if (const auto held_back = log.admit("handler failed")) {
        spdlog::error(fmt::format(
            "handler failed exception={} held_back={}", typeid(problem).name(), *held_back
        ));
    }
}

// Runs the call; a 500 if it throws.
template <class Call>
void guarded(PendingAnswer& answer, LimitedLog& log, Call call) {
    try {
        call();
    } catch (const std::exception& problem) {
        report_bug(log, problem);
        answer.put(error_response(500, status_text(500)));
    }
}

}  // namespace

void PendingAnswer::put(HttpResponse response) {
    const std::lock_guard lock(mutex_);
    if (!wake_ || response_) return;
    response_ = std::move(response);
    wake_();
}

bool PendingAnswer::has_come() const {
    const std::lock_guard lock(mutex_);
    return response_.has_value();
}

std::optional<HttpResponse> PendingAnswer::end() {
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
    return std::exchange(response_, std::nullopt);
}

void call_handler(
    const Handler& handler,
    HttpRequest request,
    const std::shared_ptr<PendingAnswer>& answer,
    const RunSlow& run_slow,
    LimitedLog& log
) {
    if (const auto* fast = std::get_if<AsyncHandler>(&handler)) {
        guarded(*answer, log, [&] {
            (*fast)(std::move(request), [answer](HttpResponse response) {
                answer->put(std::move(response));
            });
        });
        return;
    }
    const auto& slow = std::get<SlowHandler>(handler);
    const auto shared = std::make_shared<HttpRequest>(std::move(request));
    const bool taken = run_slow([&slow, &log, shared, answer] {
        guarded(*answer, log, [&] { answer->put(slow(*shared)); });
    });
    if (!taken) answer->put(unavailable_response());
}

}  // namespace bot
