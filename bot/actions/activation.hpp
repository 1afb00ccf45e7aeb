#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace bot {

// Activation codes (CONVERSATION.md section 2): six digits, for 15 minutes, kept as HMAC with the
// server's key, valid only with the NIP that they were made for.
inline constexpr std::chrono::minutes kActivationTime{15};

std::string activation_hash(std::string_view key, std::string_view nip, std::string_view code);

// The token of a deep link has 128 random bits: a plain hash is enough.
std::string link_hash(std::string_view token);

}  // namespace bot
