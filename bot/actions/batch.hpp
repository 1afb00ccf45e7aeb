#pragma once

#include <set>
#include <string>
#include <vector>

#include "bot/actions/turn.hpp"
#include "storage/connection.hpp"

namespace bot {

// What became of the events of a batch.
struct BatchReport {
    int done = 0;
    int deferred = 0;  // left open: another turn of the batch touches the same person
    int failed = 0;    // left open with one more try
    int quarantined = 0;
    int messages = 0;  // to send now
    std::vector<UsedButtons> used_buttons;
};

// RELIABILITY.md rule 7: an event that was tried so often is set aside.
inline constexpr int kMostTries = 8;

// Many turns in one transaction: one read per kind of thing, each turn decided in memory, one write
// per table (ARCHITECTURE.md section 3, decision 4). A turn that cannot be written is taken out and
// done alone under a savepoint; if that fails too it stays open. The caller commits. For one
// thread.
class TurnBatch {
public:
    struct Circumstances {
        domain::Instant now;
        std::string activation_key;
    };
    TurnBatch(storage::Transaction& transaction, Circumstances circumstances, Random& random)
        : transaction_(transaction), circumstances_(std::move(circumstances)), random_(random) {}

    // `events` are claimed by the transaction, one per conversation. Throws storage::Outage;
    // everything else is settled inside.
    BatchReport run(std::vector<storage::OpenEvent> events);

private:
    std::vector<Turn> understand_all(std::vector<storage::OpenEvent> events);
    void work(const std::vector<Turn>& turns);
    void work_one_by_one(const std::vector<Turn>& turns);
    void write(Effects& effects);
    void set_aside(const std::vector<storage::OpenEvent>& poisoned);

    storage::Transaction& transaction_;
    Circumstances circumstances_;
    Random& random_;
    BatchReport report_;
};

}  // namespace bot
