#pragma once

#include "bot/conversation/dialogue.hpp"

namespace bot {

// continue_dialogue() for evidence that waits for something. A file or a link completes it, an RHK
// or an aspek answers its question; more files join those that wait.
Continued next_step(const TungguBukti& waiting, Command command);

}  // namespace bot
