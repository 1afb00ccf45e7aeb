#include "bot/service/router.hpp"

#include <algorithm>
#include <cassert>

namespace bot {

void Router::add(std::string method, std::string path, std::uint64_t body_limit, Handler handler) {
    assert(std::none_of(routes_.begin(), routes_.end(), [&](const GuardRoute& route) {
        return route.method == method && route.path == path;
    }));
    routes_.push_back({std::move(method), std::move(path), body_limit});
    handlers_.push_back(std::move(handler));
}

GuardRules Router::rules(std::vector<std::string> hosts, std::vector<std::string> single_fields)
    const {
    return {std::move(hosts), std::move(single_fields), routes_};
}

}  // namespace bot
