#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bot {

// Which numbers there are: "RHK 1 sampai 4", of a single one "RHK 1 saja". `apa` is the noun.
std::string rentang_nomor(std::string_view apa, std::size_t pertama, std::size_t terakhir);

}  // namespace bot
