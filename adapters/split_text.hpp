#pragma once

#include <cstddef>
#include <vector>

#include "adapters/platform.hpp"

namespace adapters {

// How long a part may be, in UTF-16 units (PLATFORMS.md section 4.2).
struct PartLimits {
    std::size_t text = 4096;
    std::size_t text_with_buttons = 1024;
    std::size_t parts = 3;
};

// Cuts a message into as few parts as its limits ask for: at an empty line, else a line end, else a
// space, else anywhere but inside an emoji sequence; the blanks at the cut are dropped. The first
// part replies to what the message replies to; buttons and keyboard go to the last. A message that
// fits comes back alone and unchanged. Empty if the text needs more parts than allowed: then it is
// to be a document. Never throws.
std::vector<Outgoing> split_text(const Outgoing& message, PartLimits limits = {});

}  // namespace adapters
