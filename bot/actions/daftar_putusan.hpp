#pragma once

#include <cstdint>
#include <vector>

#include "bot/actions/turn.hpp"
#include "bot/conversation/replies/putusan.hpp"

namespace bot {

// The numbered list that a decision speaks of. Pure.

// Which list the numbers mean; 0: none.
std::int64_t digest_meant(const TurnContext& context);

// Its items, if it went to the sender.
std::vector<storage::WaitingItem> items_of(const TurnContext& context, std::int64_t digest_id);

// A list that came so shortly before the answer, or of which it is not known whether it came, is
// shown again before its numbers count.
bool shifted(const TurnContext& context, std::int64_t digest_id);

std::vector<BarisPutusan> semua_baris(const std::vector<storage::WaitingItem>& items);

}  // namespace bot
