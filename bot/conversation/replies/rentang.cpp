#include "bot/conversation/replies/rentang.hpp"

#include <fmt/format.h>

namespace bot {

std::string rentang_nomor(std::string_view apa, std::size_t pertama, std::size_t terakhir) {
    if (pertama == terakhir) return fmt::format("{} {} saja", apa, pertama);
    return fmt::format("{} {} sampai {}", apa, pertama, terakhir);
}

}  // namespace bot
