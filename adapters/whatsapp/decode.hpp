#pragma once

#include <string_view>

#include "adapters/platform.hpp"

namespace adapters::whatsapp {

// Reads one webhook body: all messages, statuses and account events of all its entries and changes
// (PLATFORMS.md section 3, column "WhatsApp"), in order. Messages and statuses count only if they
// came to `phone_number_id`. What cannot be read does not lose the rest: the first reason stands in
// `unreadable`. A field or status that nobody knows, and one that means nothing to us, is an
// Ignored without conversation. Never throws on any bytes.
Decoded decode(std::string_view body, std::string_view phone_number_id);

}  // namespace adapters::whatsapp
