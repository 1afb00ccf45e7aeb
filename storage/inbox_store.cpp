#include "storage/inbox_store.hpp"

namespace storage {

void InboxStore::add(std::span<const InboxBody> bodies) {
    ArrayParam channels, accounts, raw;
    for (const InboxBody& body : bodies) {
        channels.add(body.channel);
        accounts.add(body.account);
        raw.add_bytes(body.raw);
    }
    transaction_.run("inbox/add_bodies", Params().add(channels).add(accounts).add(raw));
}

}  // namespace storage
