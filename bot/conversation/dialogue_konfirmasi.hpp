#pragma once

#include <string_view>

#include "bot/conversation/dialogue.hpp"

namespace bot {

// The two questions that one word answers. Anything but an answer gives the question up, so that a
// "ya" or "ok" that was meant for something else never answers it.
Continued next_step(const KonfirmasiLepas& asked, Command command, std::string_view text);
Continued next_step(const KonfirmasiSuntingan& asked, Command command, std::string_view text);

}  // namespace bot
