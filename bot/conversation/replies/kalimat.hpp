#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bot/conversation/reply.hpp"

namespace bot {

// A reply without title: a sentence or two.
inline Reply kalimat(std::string text, std::vector<ReplyButton> buttons = {}) {
    return {.title = "", .body = std::move(text), .buttons = std::move(buttons)};
}

}  // namespace bot
