#pragma once

#include <boost/json/object.hpp>

namespace support {

// The bot as Telegram's User object shows it, in updates and in answers of the Bot API alike.
boost::json::object telegram_bot_user();

}  // namespace support
