#pragma once

#include <set>
#include <vector>

#include "bot/actions/turn.hpp"

namespace bot {

// Reads what the turns of a batch need: one statement per kind of thing, none where nothing is
// needed. Lives as long as one transaction.
class Loader {
public:
    // All three outlive the loader; `needs` has one entry per turn.
    Loader(
        storage::Transaction& transaction,
        const std::vector<Turn>& turns,
        const std::vector<Needs>& needs
    )
        : transaction_(transaction), turns_(turns), needs_(needs) {}

    // Digests, receipts and bindings: what tells whom a turn touches beside its sender.
    void load_references(Loaded& loaded);

    // Everything else. Behind the locks of the persons.
    void load_contents(Loaded& loaded);

private:
    void load_digests(Loaded& loaded);
    void load_receipts(Loaded& loaded);
    void load_bindings(Loaded& loaded);
    void load_kinerja(Loaded& loaded);
    void load_bukti_bawahan(Loaded& loaded);
    void load_waiting(Loaded& loaded);
    void load_chats(Loaded& loaded);

    template <class Wanted>
    std::vector<storage::PegawaiKey> senders_where(Wanted wanted) const;

    storage::Transaction& transaction_;
    const std::vector<Turn>& turns_;
    const std::vector<Needs>& needs_;
};

// The persons whose things a turn may change: the sender, the owners of what he decides on or takes
// back, the person he is about to be bound to.
std::set<storage::PegawaiKey> touched_by(
    const Turn& turn, const Needs& needs, const Loaded& loaded
);

}  // namespace bot
