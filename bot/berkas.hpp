#pragma once

#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "bot/conversation/command.hpp"

namespace bot {

// A file that a person sent, as its event keeps it until its turn (event.detail), and back. A text
// that was written before there was more than the platform's id gives the id alone.
std::string encode_file(const adapters::File& file);
BerkasMasuk decode_file(std::string_view detail);

}  // namespace bot
