#pragma once

#include <string>

#include "bot/conversation/reply.hpp"
#include "bot/random.hpp"
#include "storage/outbox_store.hpp"

namespace bot {

// A message that reminds: never sent twice (RELIABILITY.md rule 20, class R).
storage::NewMessage reminder_message(
    const Reply& reply, std::string kind, domain::Instant now, Random& random
);

}  // namespace bot
