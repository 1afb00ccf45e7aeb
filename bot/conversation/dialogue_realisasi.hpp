#pragma once

#include "bot/conversation/dialogue.hpp"

namespace bot {

// What a command does to the realisasi form, and to its numbered confirmation. Pure.
Continued next_step(const LengkapiRealisasi& form, Command command);
Continued next_step(const KonfirmasiRealisasi& shown, Command command);

}  // namespace bot
