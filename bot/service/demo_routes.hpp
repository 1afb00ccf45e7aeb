#pragma once

#include <functional>

#include "bot/clock.hpp"
#include "bot/service/router.hpp"
#include "bot/service/scheduler.hpp"

namespace bot {

// What else a move of the clock has to do with.
struct DemoHooks {
    std::function<bool()> at_rest;  // whether everything that was said has reached the bot
    std::function<void()> clock_moved;
};

// POST /demo/clock {"now":"2026-05-13T08:00:00+07:00"}: moves the clock forward and answers when
// what became due has been handed to the platform, or after 20 s. 400 for anything else than a
// later time. Only with `serve --demo`. All of it outlives the server.
void add_demo_routes(
    Router& router,
    DemoClock& clock,
    Scheduler& scheduler,
    const std::string& database_url,
    DemoHooks hooks
);

}  // namespace bot
