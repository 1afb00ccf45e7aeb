#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/platform.hpp"

namespace adapters::simulator {

// The account of the bot on the simulated platform, and the only one there is.
inline constexpr std::string_view kAccount = "simulator";

// What a person did on his simulated phone, as its platform tells the bot: the body of a webhook.
struct Act {
    std::string id;       // of the telling; one and the same however often it comes
    std::string address;  // "sim-1"
    domain::Instant at;   // by the demo's clock
    std::string reply_to{};
    std::string message_id{};  // of an edit the edited one; empty: the act is no message
    Content content;  // Text, Press, ContactCard, File, Reaction, Edited; anything else is a bug
};

// The body: {"id", "alamat", "pada", …, "jenis": "teks" | "tekan" | "kontak" | "berkas" | "reaksi"
// | "sunting"}.
std::string write_act(const Act& act);

// Reads such a body. Never throws on any bytes.
Decoded decode(std::string_view body);

}  // namespace adapters::simulator
