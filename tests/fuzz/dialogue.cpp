#include "bot/conversation/dialogue.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bot/conversation/parse.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

const bot::ParseContext kMonday{.hari_ini = domain::tanggal(2026, 3, 30), .is_reply = false};

}  // namespace

// What a database row may hold, then a message in the light of it: both are any bytes, parted by a
// line end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(all.find('\n'), all.size());
    const std::string_view text = all.substr(std::min(line + 1, all.size()));

    const bot::Memory memory = bot::decode_memory(all.substr(0, line));
    require(memory.readable || !bot::is_waiting(memory.now));
    const std::string kept = bot::encode(memory);
    require(bot::encode(bot::decode_memory(kept)) == kept);
    const bot::Continued next = bot::continue_dialogue(memory.now, bot::parse(text, kMonday), text);
    require(bot::is_waiting(memory.now) || !next.answers_form);
    return 0;
}
