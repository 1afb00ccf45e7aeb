#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace adapters::whatsapp {

// Meta's question when the address or the token is edited (PLATFORMS.md section 2.1): the text to
// answer with, alone and as text/plain, if `query` (what stands behind the '?', still encoded) has
// mode "subscribe" and our verify token, each once; else nothing, which is a 403. The token is
// compared in constant time, and an empty one refuses all. Source:
// https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests.
std::optional<std::string> challenge_answer(std::string_view query, std::string_view verify_token);

}  // namespace adapters::whatsapp
