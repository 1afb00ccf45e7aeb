#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "bot/service/http_message.hpp"

namespace bot {

// Whether the service can do its work: checks that other parts register by name ("database").
// Shared by all threads; lives as long as the server.
class Health {
public:
    // An answer is kept for `fresh_for`, so that a flood of /readyz is no flood of checks.
    explicit Health(std::chrono::steady_clock::duration fresh_for = std::chrono::seconds{1})
        : fresh_for_(fresh_for) {}

    // Before the server starts. The check may block for a few seconds; one that throws is false.
    void add(std::string name, std::function<bool()> check);

    // Asks all checks, on the caller's thread. 200 if all are true, else 503:
    // {"ready":false,"checks":{"database":false}}. While another thread asks, its last answer.
    HttpResponse readyz();

private:
    struct Check {
        std::string name;
        std::function<bool()> passes;
    };
    HttpResponse ask_all() const;

    const std::chrono::steady_clock::duration fresh_for_;
    std::vector<Check> checks_;
    std::mutex asking_;
    std::mutex mutex_;
    HttpResponse last_ = error_response(503, "unavailable");
    std::chrono::steady_clock::time_point last_asked_{};
};

}  // namespace bot
