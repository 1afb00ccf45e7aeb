#pragma once

#include <string_view>

namespace adapters::whatsapp {

// Whether `field`, the value of X-Hub-Signature-256, is "sha256=" and the 64 lower-case digits of
// HMAC-SHA-256(secret, body) (PLATFORMS.md sections 2.1 and 11; the header of
// https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads).
// `body` is the bytes as received. The comparison takes the same time for every well-formed field.
// An empty secret refuses all.
bool is_signed(std::string_view field, std::string_view body, std::string_view secret);

}  // namespace adapters::whatsapp
