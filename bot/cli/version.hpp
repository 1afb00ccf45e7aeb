#pragma once

#include <ostream>
#include <string_view>

namespace bot {

// "0.1.0".
std::string_view version();

// Prints "skpbot 0.1.0". Returns the exit code: 0.
int run_version(std::ostream& out);

}  // namespace bot
