#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "adapters/api_error.hpp"

namespace bot {

// What a platform says is foreign text: on the terminal it stays on its line, without control
// codes.
std::string on_one_line(std::string_view text);

// Says that the platform refused the call or did not answer it. Returns the exit code for it.
int tell_failure(std::ostream& err, std::string_view call, const adapters::ApiError& error);

}  // namespace bot
