#pragma once

#include "bot/conversation/reply.hpp"
#include "bot/random.hpp"
#include "storage/outbox_store.hpp"

namespace bot {

// The row of the outbox that carries this reply: its words, its choices, the parameters of its
// template, its file, and a press key where there is something to press. To whom it goes, of what kind it is
// and when, the caller says. Pure but for the key.
storage::NewMessage message_of(const Reply& reply, Random& random);

}  // namespace bot
