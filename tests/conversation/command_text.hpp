#pragma once

#include <string>

#include "bot/conversation/command.hpp"

namespace bot {

// A command with all its slots in one line, as the files in corpus/ write it:
// `CatatRealisasi rhk=1 nilai=3 satuan=laporan | rhk=2 nilai=12`. Slots that are empty are left
// out; the nearest commands of TidakDipahami are no slots.
std::string command_text(const Command& command);

}  // namespace bot
