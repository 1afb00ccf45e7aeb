#pragma once

#include <string>
#include <string_view>

#include "adapters/platform.hpp"

namespace adapters::telegram {

// A text as what it means: "/start" and "/start <token>" are a Start; "/word@us" loses the name,
// and if we do not know our own, any name; "/word@other" is Ignored("other_bot"). Anything else is
// the text itself. The token is 1 to 64 of A-Za-z0-9_-; what follows "/start" and is none is
// dropped.
Content text_or_command(std::string text, std::string_view our_name);

}  // namespace adapters::telegram
