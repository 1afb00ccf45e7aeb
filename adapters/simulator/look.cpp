#include "adapters/simulator/look.hpp"

#include <cstdlib>

namespace adapters::simulator {

std::string_view word_of(Look look) {
    switch (look) {
        case Look::Telegram:
            return "telegram";
        case Look::WhatsApp:
            return "whatsapp";
    }
    std::abort();
}

std::optional<Look> look_of(std::string_view word) {
    for (const Look look : {Look::Telegram, Look::WhatsApp}) {
        if (word == word_of(look)) return look;
    }
    return std::nullopt;
}

}  // namespace adapters::simulator
