#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "bot/log.hpp"
#include "bot/service/health.hpp"
#include "bot/service/http_message.hpp"
#include "bot/service/intake_port.hpp"
#include "bot/service/metrics.hpp"
#include "bot/service/router.hpp"

namespace bot {

// Body limits of the webhooks (PLATFORMS.md section 2.2).
constexpr std::uint64_t kTelegramBodyBytes = std::uint64_t{1} << 20U;
constexpr std::uint64_t kWhatsappBodyBytes = std::uint64_t{4} << 20U;

// What one webhook route needs. All of it outlives the server; all of it may be used by any thread.
struct WebhookDoor {
    const adapters::Platform& platform;
    IntakePort& intake;
    Metrics& metrics;
    LimitedLog& log;
};

// Answers a platform's POST (RELIABILITY.md section 2.1): 401 if the proof over the raw bytes is
// missing or wrong, one and the same body for all of them, and nothing is parsed or stored; 200
// with an empty body after the commit that holds the body; 503 with Retry-After: 5 if it could not
// be stored. Does not block: the answer comes when the intake is done.
void receive_webhook(const WebhookDoor& door, HttpRequest request, Respond respond);

// Adds POST /webhook/<name of the platform>.
void add_webhook(Router& router, const WebhookDoor& door, std::uint64_t body_limit);

// What a platform wants to read when it checks our address, by the query as sent (PLATFORMS.md
// section 2.1); nothing if the question is not its own: then 403.
using AnswerChallenge = std::function<std::optional<std::string>(std::string_view query)>;

// Adds GET `path` for it; the answer goes out alone, as plain text.
void add_challenge(Router& router, std::string path, AnswerChallenge answer);

// Adds GET /healthz, /readyz and /metrics. Both must outlive the server.
void add_operator_routes(Router& router, Health& health, Metrics& metrics);

}  // namespace bot
