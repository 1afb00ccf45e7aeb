#pragma once

#include <vector>

#include "adapters/telegram/client.hpp"

namespace bot {

// The commands for the menu of a Telegram chat: the first of the table that this version carries
// out, as many as PLATFORMS.md section 4.2 allows. Pure.
std::vector<adapters::telegram::BotCommand> menu_commands();

}  // namespace bot
