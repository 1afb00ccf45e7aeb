#pragma once

#include "bot/conversation/replies/putusan.hpp"
#include "storage/digest_store.hpp"

namespace bot {

// An item of a list as it was shown, or of what waits as it is, for the replies: its number in the
// list (0 for what waits), and the words of people in a form that commands nothing (RELIABILITY.md
// section 5.1, "Planted command"). Pure.
BarisPutusan baris(const storage::WaitingItem& item);

}  // namespace bot
