#pragma once

#include "bot/random.hpp"
#include "storage/connection.hpp"
#include "storage/due_store.hpp"

namespace bot {

struct DueReport {
    int messages = 0;  // that may be sent now
    int digests = 0;
    int reminders = 0;
};

// To look for news goes through all that waits for a decision: not every second.
enum class Digests { Look, Leave };

// Does everything that has become due at `now`, in the transaction: messages whose time has come,
// realisasi whose grace time is over, digests, reminders. Each occasion exactly once, whatever
// crashes and however many instances run: its row decides.
DueReport do_what_is_due(
    storage::Transaction& transaction, domain::Instant now, Random& random, Digests digests
);

// Digests of what waits for a decision: at most one per half-day and penilai, only if there is
// something new in it. Returns how many.
int send_digests(storage::Transaction& transaction, domain::Instant now, Random& random);

// `batas_penilaian`: 10, 5, 2 and 0 working days before each Batas, to those who miss something. A
// slot that was missed is made up once, the newest only (RELIABILITY.md rule 26). Returns how many.
int remind_before_batas(storage::Transaction& transaction, domain::Instant now, Random& random);

}  // namespace bot
