#pragma once

#include "bot/conversation/parse.hpp"

namespace bot {

// The day of the tests of the language, on which nothing was replied to.
inline const ParseContext kMonday{.hari_ini = domain::tanggal(2026, 3, 30), .is_reply = false};

}  // namespace bot
