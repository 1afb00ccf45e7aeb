#pragma once

namespace bot {

// Exit codes of the program (ARCHITECTURE.md section 4).
constexpr int kExitDone = 0;
constexpr int kExitFailed = 1;
constexpr int kExitUsage = 2;

}  // namespace bot
