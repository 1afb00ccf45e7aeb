#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "adapters/simulator/look.hpp"
#include "domain/hasil.hpp"

namespace adapters::simulator {

// A file that lies at the simulated platform already.
struct UploadedFile {
    std::string id;  // empty: none
    std::string name, mime;
    std::int64_t bytes = 0;
};

// The body of POST /demo/platform/messages: {"alamat", "kunci", "balasan", "isi": what the phone
// shows}. What the platform of that look would not take is refused here by the very encoder of that
// platform, and the error is its word ("text_too_long"). Of Telegram a list is buttons.
domain::Result<std::string, std::string> encode(
    const Outgoing& message, const UploadedFile& file, Look look
);

// The same with the notice's approved words instead of the message (PLATFORMS.md section 8); the
// error is "notice" for one without a template, or with other variables than it has.
domain::Result<std::string, std::string> encode_notice(const Outgoing& message);

}  // namespace adapters::simulator
