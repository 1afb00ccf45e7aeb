#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "bot/log.hpp"
#include "bot/service/http_message.hpp"
#include "bot/service/router.hpp"

namespace bot {

// Where the answer of a handler arrives, from whatever thread. A handler may keep it for longer
// than the connection or the server lives; after end() nothing that comes has an effect.
class PendingAnswer {
public:
    // `wake` is called once when the answer comes, on the thread that brings it; never after end().
    // It must not block, and not call back.
    explicit PendingAnswer(std::function<void()> wake) : wake_(std::move(wake)) {}

    // The first answer counts.
    void put(HttpResponse response);

    [[nodiscard]] bool has_come() const;

    // The answer, if it has come; whatever comes later is dropped.
    std::optional<HttpResponse> end();

private:
    mutable std::mutex mutex_;
    std::function<void()> wake_;  // empty after end()
    std::optional<HttpResponse> response_;
};

// Runs a task on a thread that may block; false if too many wait already.
using RunSlow = std::function<bool(std::function<void()>)>;

// Has the request answered: on this thread or, by a slow handler, on one of `run_slow`, which gives
// a 503 if too many wait. What the handler throws becomes a 500 and one line of the log.
void call_handler(
    const Handler& handler,
    HttpRequest request,
    const std::shared_ptr<PendingAnswer>& answer,
    const RunSlow& run_slow,
    LimitedLog& log
);

}  // namespace bot
