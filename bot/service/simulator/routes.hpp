#pragma once

#include <functional>
#include <string>

#include "bot/service/router.hpp"
#include "bot/service/simulator/faults.hpp"
#include "bot/service/simulator/feed.hpp"
#include "bot/service/simulator/phones.hpp"
#include "bot/service/simulator/send_rate.hpp"

namespace bot::simulator {

// What the routes work with; all of it outlives the server.
struct RoutesWorld {
    Phones& phones;
    Faults& faults;
    SendRate& rate;
    Feed& feed;
    // Asks whoever started the service to restart PostgreSQL; false if nobody listens.
    std::function<bool()> restart_database;
};

// GET /simulator and below: the page, out of the program itself.
void add_asset_routes(Router& router);

// What the page asks, and what is done with all phones: /demo/state, messages, events, files, look,
// fault; and those of add_person_routes().
void add_page_routes(Router& router, const RoutesWorld& world);

// What people do with their phones: /demo/send, edit, press, react, contact, read, upload.
void add_person_routes(Router& router, Phones& phones);

// What the bot asks of the simulated platform: /demo/platform/*, only with the secret.
void add_platform_routes(Router& router, const RoutesWorld& world, const std::string& secret);

// A handler that answers a database that is away, or values it cannot store, with a sentence, and
// marks every answer as one that nobody keeps.
SlowHandler demo_handler(std::function<HttpResponse(const HttpRequest&)> handler);

}  // namespace bot::simulator
