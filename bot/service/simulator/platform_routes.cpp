#include <boost/json/serialize.hpp>
#include <chrono>
#include <utility>

#include "adapters/hmac.hpp"
#include "adapters/telegram/limits.hpp"
#include "bot/service/simulator/answers.hpp"
#include "bot/service/simulator/bot_side.hpp"
#include "bot/service/simulator/routes.hpp"
#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

constexpr std::uint64_t kMessageBytes = 256 * 1024;
constexpr char kMessages[] = "/demo/platform/messages";

HttpResponse named(std::int64_t id) {
    return answer({{"id", std::to_string(id)}});
}

HttpResponse too_many(std::chrono::seconds wait) {
    HttpResponse response = error_response(429, "too many requests");
    response.retry_after = wait;
    return response;
}

// What an armed fault answers instead of the platform; nothing: it works.
std::optional<HttpResponse> fault_answer(const Faults& faults) {
    switch (faults.outbound()) {
        case OutboundFault::None:
            return std::nullopt;
        case OutboundFault::Down:
            return error_response(503, status_text(503));
        case OutboundFault::TooMany:
            break;
    }
    return too_many(faults.remaining());
}

void tell_of(const HttpResponse& fault, Phones& phones) {
    const bool full = fault.status == 429;
    phones.note(
        "gangguan",
        full ? "Platform menolak (429); bot menunggu, lalu mengulang."
             : "Platform mati (503); bot mengulang nanti.",
        ""
    );
}

HttpResponse show(const RoutesWorld& world, const HttpRequest& request) {
    const auto body = read_request(request.body);
    const auto* shown = body ? body->if_contains("isi") : nullptr;
    if (shown == nullptr || !shown->is_object()) return error_response(400, status_text(400));
    const std::string address = text_of(*body, "alamat");
    if (!is_phone(address)) return error_response(404, status_text(404));
    if (world.phones.look() == adapters::simulator::Look::Telegram) {
        const auto wait = world.rate.admit(address, std::chrono::steady_clock::now());
        if (wait > std::chrono::seconds{0}) {
            world.phones.note(
                "gangguan", "Terlalu cepat: platform menolak (429); bot mengulang.", address
            );
            return too_many(wait);
        }
    }
    const auto done = BotSide(world.phones)
                          .show({
                              .address = address,
                              .mark = text_of(*body, "kunci"),
                              .shown = json::serialize(*shown),
                              .reply_to = id_of(*body, "balasan"),
                              .approved_words = !text_of(shown->get_object(), "templat").empty(),
                          });
    if (!done) return error_response(done.error().status, done.error().sentence);
    HttpResponse response = named(*done);
    if (world.faults.take_lost_answer()) {
        world.phones.note("gangguan", "Jawaban platform hilang di jalan.", address);
        response.delivery = Delivery::Lost;
    }
    return response;
}

HttpResponse seen(Phones& phones, const HttpRequest& request) {
    const auto body = read_request(request.body);
    const auto message = body ? id_of(*body, "pesan") : std::nullopt;
    if (!message) return error_response(400, status_text(400));
    BotSide(phones).seen(*message);
    return answer({});
}

HttpResponse edit(Phones& phones, const HttpRequest& request) {
    const auto body = read_request(request.body);
    const auto message = body ? id_of(*body, "pesan") : std::nullopt;
    if (!message) return error_response(400, status_text(400));
    BotSide(phones).remove_buttons(text_of(*body, "alamat"), *message);
    return answer({});
}

HttpResponse take_file(Phones& phones, const HttpRequest& request) {
    return named(phones.keep_file(
        {request.parameter("nama").value_or(""),
         request.parameter("tipe").value_or(""),
         request.body}
    ));
}

HttpResponse give_file(Phones& phones, const HttpRequest& request) {
    constexpr std::string_view kPrefix = "/demo/platform/files/";
    const auto id = id_of(std::string_view(request.path).substr(kPrefix.size()));
    auto found = id ? phones.file(*id) : std::nullopt;
    if (!found) return error_response(404, status_text(404));
    HttpResponse response;
    response.content_type = "application/octet-stream";
    response.body = std::move(found->isi);
    return response;
}

}  // namespace

void add_platform_routes(Router& router, const RoutesWorld& world, const std::string& secret) {
    using Call = std::function<HttpResponse(const HttpRequest&)>;
    const auto add = [&](std::string method, std::string path, std::uint64_t limit, Call call) {
        router.add(
            std::move(method),
            std::move(path),
            limit,
            demo_handler([world,
                          proof = "Bearer " + secret,
                          call = std::move(call)](const HttpRequest& request) {
                const auto shown = request.field("Authorization").value_or(std::string_view{});
                if (!adapters::constant_time_equal(shown, proof)) {
                    return error_response(401, status_text(401));
                }
                if (auto fault = fault_answer(world.faults)) {
                    if (request.path == kMessages) tell_of(*fault, world.phones);
                    return *std::move(fault);
                }
                return call(request);
            })
        );
    };
    Phones& phones = world.phones;
    add("POST", kMessages, kMessageBytes, [world](const HttpRequest& request) {
        return show(world, request);
    });
    add("POST", "/demo/platform/seen", kMessageBytes, [&phones](const HttpRequest& request) {
        return seen(phones, request);
    });
    add("POST", "/demo/platform/edit", kMessageBytes, [&phones](const HttpRequest& request) {
        return edit(phones, request);
    });
    add("POST",
        "/demo/platform/files",
        adapters::telegram::kFileBytes,
        [&phones](const HttpRequest& request) { return take_file(phones, request); });
    add("GET", "/demo/platform/files/*", 0, [&phones](const HttpRequest& request) {
        return give_file(phones, request);
    });
    add("GET", "/demo/platform/ping", 0, [](const HttpRequest&) { return answer({}); });
}

}  // namespace bot::simulator
