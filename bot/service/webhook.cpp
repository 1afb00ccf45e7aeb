#include "bot/service/webhook.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "adapters/hmac.hpp"
#include "storage/defects.hpp"

namespace bot {

namespace {

constexpr std::size_t kMaxChallenge = 128;

bool is_challenge(std::string_view text) {
    return !text.empty() && text.size() <= kMaxChallenge &&
           std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                      (letter >= 'A' && letter <= 'Z');
           });
}

}  // namespace

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

HttpResponse answer_challenge(const std::string& verify_token, const HttpRequest& request) {
    const auto mode = request.parameter("hub.mode");
    const auto token = request.parameter("hub.verify_token");
    const auto challenge = request.parameter("hub.challenge");
    const bool right_token = adapters::constant_time_equal(token.value_or(""), verify_token);
    if (verify_token.empty() || !right_token || mode != "subscribe" ||
        !is_challenge(challenge.value_or(""))) {
        return error_response(403, status_text(403));
    }
    HttpResponse response;
    response.content_type = "text/plain";
    response.body = *challenge;
    return response;
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

void add_challenge(Router& router, std::string verify_token) {
    router.add(
        "GET",
        "/webhook/whatsapp",
        0,
        AsyncHandler([token = std::move(verify_token)](
                         const HttpRequest& request, const Respond& respond
                     ) { respond(answer_challenge(token, request)); })
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
