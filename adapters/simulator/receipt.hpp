#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/platform.hpp"

namespace adapters::simulator {

// How far messages of the bot to one phone have come, as its platform tells it: the body of a
// webhook, as the statuses of WhatsApp (PLATFORMS.md section 2.3).
struct Receipt {
    struct Message {
        std::string id;
        std::string tracker{};  // of the Outgoing; empty: not told
    };
    std::string address;
    domain::Instant at;                                 // by the demo's clock
    DeliveryStatus status = DeliveryStatus::Delivered;  // or Read; anything else is a bug
    std::vector<Message> messages{};
};

// The body: {"alamat", "pada", "jenis": "sampai" | "dibaca", "pesan": [{"id", "kunci"}]}.
std::string write_receipt(const Receipt& receipt);

// What such a body tells; nothing for a body of another kind. Never throws on any bytes.
std::optional<Decoded> decode_receipt(std::string_view body);

}  // namespace adapters::simulator
