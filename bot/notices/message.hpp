#pragma once

#include <string>
#include <string_view>

#include "bot/conversation/reply.hpp"
#include "bot/random.hpp"
#include "storage/outbox_store.hpp"

namespace bot {

// A message that reminds: never sent twice (RELIABILITY.md rule 20, class R).
storage::NewMessage reminder_message(
    const Reply& reply, std::string kind, domain::Instant now, Random& random
);

// Whether the law sets a term to what it tells: keberatan, pembinaan, an assessment, a new address.
// It goes out whatever it costs (PLATFORMS.md section 5).
bool is_legal_notice(std::string_view kind);

// The order in which messages of these kinds go where not all can go at once: answers, notices with
// a term in law, digests, the rest (PLATFORMS.md section 5).
storage::Urgency urgency_of(std::string_view kind);

}  // namespace bot
