#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "bot/service/http_guard.hpp"
#include "bot/service/http_message.hpp"

namespace bot {

// Runs on a thread of the server's pool and may block. What it throws becomes a 500.
using SlowHandler = std::function<HttpResponse(const HttpRequest&)>;

// Runs on the network thread, must not block, and calls `respond` once, now or later, from any
// thread. Without a call the client gets a 503 when the time for the answer ends.
using AsyncHandler = std::function<void(HttpRequest, Respond)>;

using Handler = std::variant<SlowHandler, AsyncHandler>;

// Which handler answers what. Filled before the server starts, then only read: by any thread.
class Router {
public:
    // `path` is exact; one that ends in "/*" stands for everything below it. `body_limit` in bytes;
    // 0: requests carry no body. Method and path must not be there yet.
    void add(std::string method, std::string path, std::uint64_t body_limit, Handler handler);

    // What the guard may let through. `hosts` as in GuardRules.
    [[nodiscard]] GuardRules rules(
        std::vector<std::string> hosts, std::vector<std::string> single_fields
    ) const;

    // The handler of a route, by RequestHead::route.
    [[nodiscard]] const Handler& handler(std::size_t route) const { return handlers_.at(route); }

private:
    std::vector<GuardRoute> routes_;
    std::vector<Handler> handlers_;
};

}  // namespace bot
