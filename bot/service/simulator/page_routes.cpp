#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "bot/service/simulator/answers.hpp"
#include "bot/service/simulator/page_state.hpp"
#include "bot/service/simulator/routes.hpp"
#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

constexpr int kMostMessages = 200;
constexpr int kFewMessages = 50;
constexpr int kDefaultSeconds = 10;

HttpResponse messages(Phones& phones, const HttpRequest& request) {
    const std::string address = request.parameter("alamat").value_or("");
    if (!is_phone(address)) return no_phone();
    const auto below = request.parameter("sebelum");
    const auto wanted = id_of(request.parameter("banyak").value_or(std::to_string(kFewMessages)));
    const int most =
        static_cast<int>(std::clamp<std::int64_t>(wanted.value_or(kFewMessages), 1, kMostMessages));
    auto found = phones.messages(address, below ? id_of(*below) : std::nullopt, most);
    const bool more = static_cast<int>(found.size()) > most;
    if (more) found.erase(found.begin());
    json::array list;
    for (const auto& one : found) list.push_back(written(one, domain::Zona::Wib));
    return answer({{"pesan", std::move(list)}, {"lagi", more}});
}

HttpResponse events(const RoutesWorld& world, const HttpRequest& request) {
    std::optional<std::int64_t> behind;
    if (const auto last = request.field("Last-Event-ID")) behind = id_of(*last);
    const auto cursor = request.parameter("cursor");
    if (!behind && cursor) behind = id_of(*cursor);
    HttpResponse response;
    response.content_type = "text/event-stream";
    response.stream = world.feed.open(behind ? *behind : world.phones.state().urutan);
    return response;
}

HttpResponse look(Phones& phones, const HttpRequest& request) {
    const auto body = read_request(request.body);
    const auto look =
        body ? adapters::simulator::look_of(text_of(*body, "tampilan")) : std::nullopt;
    if (!look) return refusal(400, "Tampilan yang ada: telegram, whatsapp.");
    phones.turn_to(*look);
    return answer({});
}

HttpResponse fault(const RoutesWorld& world, const HttpRequest& request) {
    const auto body = read_request(request.body);
    if (!body) return unreadable();
    const std::string kind = text_of(*body, "jenis");
    if (kind == "basis_data") {
        world.phones.note("gangguan", "PostgreSQL dimulai ulang.", "");
        if (world.restart_database()) return answer({});
        return refusal(409, "Basis data hanya dapat dimulai ulang oleh bot/demo.sh.");
    }
    const auto* time = body->if_contains("detik");
    const bool given = time != nullptr && time->is_int64();
    const auto armed = world.faults.arm(
        kind, std::chrono::seconds{given ? time->get_int64() : std::int64_t{kDefaultSeconds}}
    );
    if (!armed) return refusal(400, armed.error());
    world.phones.note("gangguan", *armed, "");
    return answer({});
}

HttpResponse file(Phones& phones, const HttpRequest& request) {
    constexpr std::string_view kPrefix = "/demo/files/";
    const auto id = id_of(std::string_view(request.path).substr(kPrefix.size()));
    const auto found = id ? phones.file(*id) : std::nullopt;
    if (!found) return refusal(404, "Berkas itu tidak ada.");
    HttpResponse response;
    response.content_type = found->tipe;
    response.body = found->isi;
    // Never a page of ours, whatever is in it.
    response.fields.push_back({"Content-Security-Policy", "sandbox; default-src 'none'"});
    const bool is_picture = found->tipe.starts_with("image/");
    response.fields.push_back({"Content-Disposition", is_picture ? "inline" : "attachment"});
    return response;
}

void add_reading(Router& router, const RoutesWorld& world) {
    Phones& phones = world.phones;
    router.add("GET", "/demo/state", 0, demo_handler([&phones](const HttpRequest&) {
                   return answer(page_state(phones));
               }));
    router.add("GET", "/demo/messages", 0, demo_handler([&phones](const HttpRequest& request) {
                   return messages(phones, request);
               }));
    router.add("GET", "/demo/events", 0, demo_handler([world](const HttpRequest& request) {
                   return events(world, request);
               }));
    router.add("GET", "/demo/files/*", 0, demo_handler([&phones](const HttpRequest& request) {
                   return file(phones, request);
               }));
}

}  // namespace

void add_page_routes(Router& router, const RoutesWorld& world) {
    Phones& phones = world.phones;
    add_reading(router, world);
    add_person_routes(router, phones);
    router.add(
        "POST", "/demo/look", kRequestBytes, demo_handler([&phones](const HttpRequest& request) {
            return look(phones, request);
        })
    );
    router.add(
        "POST", "/demo/fault", kRequestBytes, demo_handler([world](const HttpRequest& request) {
            return fault(world, request);
        })
    );
}

}  // namespace bot::simulator
