#include "bot/service/demo_routes.hpp"

#include <boost/json.hpp>
#include <thread>

#include "bot/service/simulator/routes.hpp"
#include "storage/due_store.hpp"

namespace bot {
namespace {

constexpr std::uint64_t kBodyBytes = 1024;
constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kDemoLooksAgain{20};

std::optional<domain::Instant> wanted_time(const std::string& body) {
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(body, error);
    if (error || !value.is_object()) return std::nullopt;
    const auto* now = value.as_object().if_contains("now");
    if (now == nullptr || !now->is_string()) return std::nullopt;
    return domain::instan_dari_rfc3339(std::string_view(now->as_string()));
}

// Whether everything that was due has been sent.
void wait_until_sent(const std::string& database_url, const DemoHooks& hooks) {
    storage::Connection connection(database_url, storage::ConnectionRole::Report);
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < end) {
        const storage::QueueLengths queues = storage::queue_lengths(connection);
        const auto open = queues.bodies + queues.events + queues.messages;
        if (open == 0 && hooks.at_rest()) return;
        std::this_thread::sleep_for(kDemoLooksAgain);
    }
}

HttpResponse move_clock(
    const HttpRequest& request,
    DemoClock& clock,
    Scheduler& scheduler,
    const std::string& database_url,
    const DemoHooks& hooks
) {
    const auto wanted = wanted_time(request.body);
    if (!wanted)
        return error_response(400, "Waktu tidak terbaca. Contoh: 2026-05-13T08:00:00+07:00");
    // What was said before the move happens before it.
    wait_until_sent(database_url, hooks);
    if (!clock.advance_to(*wanted)) return error_response(400, "Jam hanya dapat dimajukan.");
    hooks.clock_moved();
    scheduler.run_now();
    // A digest may follow from what the first look has made due.
    scheduler.run_now();
    wait_until_sent(database_url, hooks);
    HttpResponse response;
    response.status = 200;
    response.content_type = "application/json";
    response.body = boost::json::serialize(boost::json::object{
        {"now", domain::rfc3339(clock.now(), domain::Zona::Wib)}});
    return response;
}

}  // namespace

void add_demo_routes(
    Router& router,
    DemoClock& clock,
    Scheduler& scheduler,
    const std::string& database_url,
    DemoHooks hooks
) {
    router.add(
        "POST",
        "/demo/clock",
        kBodyBytes,
        simulator::demo_handler(
            [&clock, &scheduler, database_url, hooks = std::move(hooks)](const HttpRequest& request
            ) { return move_clock(request, clock, scheduler, database_url, hooks); }
        )
    );
}

}  // namespace bot
