#include "bot/service/webhook.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <utility>

#include "storage/defects.hpp"

namespace bot {

void receive_webhook(const WebhookDoor& door, HttpRequest request, Respond respond) {
    const std::string channel(door.platform.name());
    const auto field = request.field(door.platform.signature_field());
    const std::string_view proof = field.value_or(std::string_view{});
    const bool excused = (SKPBOT_DEFECT("missing_passes") && !field) ||
                         (SKPBOT_DEFECT("blank_secret_passes") && field && proof.empty());
    if (!excused && !door.platform.is_genuine({proof, request.body})) {
        door.metrics.count(kWebhookRefusals, {channel});
        if (const auto held_back = door.log.admit("webhook " + request.peer)) {
            spdlog::warn(fmt::format(
                "webhook refused channel={} peer={} body_bytes={} held_back={}",
                channel,
                request.peer,
                request.body.size(),
                *held_back
            ));
        }
        respond(error_response(401, status_text(401)));
        return;
    }
    IntakeBody body{channel, std::string(door.platform.account()), std::move(request.body)};
    door.intake.submit(
        std::move(body),
        [&metrics = door.metrics, channel, respond = std::move(respond)](IntakeResult result) {
            const bool stored = result == IntakeResult::Stored;
            metrics.count(stored ? kWebhookStored : kWebhookUnavailable, {channel});
            respond(stored ? HttpResponse{} : unavailable_response());
        }
    );
}

void add_webhook(Router& router, const WebhookDoor& door, std::uint64_t body_limit) {
    router.add(
        "POST",
        "/webhook/" + std::string(door.platform.name()),
        body_limit,
        AsyncHandler([door](HttpRequest request, Respond respond) {
            receive_webhook(door, std::move(request), std::move(respond));
        })
    );
}

void add_challenge(Router& router, std::string path, AnswerChallenge answer) {
    router.add(
        "GET",
        std::move(path),
        0,
        AsyncHandler([answer =
                          std::move(answer)](const HttpRequest& request, const Respond& respond) {
            auto challenge = answer(request.query);
            if (!challenge) {
                respond(error_response(403, status_text(403)));
                return;
            }
            HttpResponse response;
            response.content_type = "text/plain";
            response.body = *std::move(challenge);
            respond(std::move(response));
        })
    );
}

void add_operator_routes(Router& router, Health& health, Metrics& metrics) {
    router.add("GET", "/healthz", 0, AsyncHandler([](const HttpRequest&, const Respond& respond) {
                   HttpResponse response;
                   response.content_type = "application/json";
                   response.body = R"({"alive":true})";
                   respond(std::move(response));
               }));
    router.add("GET", "/readyz", 0, SlowHandler([&health](const HttpRequest&) {
                   return health.readyz();
               }));
    router.add("GET", "/metrics", 0, SlowHandler([&metrics](const HttpRequest&) {
                   HttpResponse response;
                   response.content_type = "text/plain; version=0.0.4; charset=utf-8";
                   response.body = metrics.text();
                   return response;
               }));
}

}  // namespace bot
