#include "bot/service/health.hpp"

#include <exception>

namespace bot {

void Health::add(std::string name, std::function<bool()> check) {
    checks_.push_back({std::move(name), std::move(check)});
}

HttpResponse Health::ask_all() const {
    bool ready = true;
    std::string list;
    for (const Check& check : checks_) {
        bool passes = false;
        try {
            passes = check.passes();
        } catch (const std::exception&) {
            passes = false;
        }
        ready = ready && passes;
        list += (list.empty() ? "\"" : ",\"") + check.name + (passes ? "\":true" : "\":false");
    }
    HttpResponse response;
    response.status = ready ? 200 : 503;
    response.content_type = "application/json";
    response.body = std::string(ready ? R"({"ready":true,)" : R"({"ready":false,)") +
                    R"("checks":{)" + list + "}}";
    return response;
}

HttpResponse Health::readyz() {
    const std::unique_lock only_one(asking_, std::try_to_lock);
    {
        const std::lock_guard lock(mutex_);
        const bool fresh = last_asked_ != std::chrono::steady_clock::time_point{} &&
                           std::chrono::steady_clock::now() - last_asked_ < fresh_for_;
        if (fresh || !only_one.owns_lock()) return last_;
    }
    HttpResponse answer = ask_all();
    const std::lock_guard lock(mutex_);
    last_ = answer;
    last_asked_ = std::chrono::steady_clock::now();
    return answer;
}

}  // namespace bot
