#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bot {

// The beginning of a text that somebody wrote, of at most `most` bytes, with "…" if it is cut.
std::string potong(std::string_view text, std::size_t most);

}  // namespace bot
