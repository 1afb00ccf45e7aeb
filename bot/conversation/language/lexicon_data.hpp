#pragma once

#include <string_view>

namespace bot {

// The files of bot/conversation/lexicon, compiled into the program.
std::string_view ejaan_file();
std::string_view kosakata_file();

}  // namespace bot
