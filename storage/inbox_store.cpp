#include "storage/inbox_store.hpp"

#include <atomic>
#include <string>

#include "storage/defects.hpp"

namespace storage {
namespace {

#ifdef SKPBOT_DEFECTS
// The same JSON in bytes that no other body has.
std::string_view unlike_any(std::string_view raw) {
    static std::atomic<unsigned> count{0};
    static thread_local std::string changed;
    changed = raw;
    for (unsigned bits = ++count; bits > 0; bits >>= 1U) changed += (bits & 1U) != 0 ? ' ' : '\t';
    return changed;
}
#else
constexpr std::string_view unlike_any(std::string_view raw) {
    return raw;
}
#endif

}  // namespace

void InboxStore::add(std::span<const InboxBody> bodies) {
    ArrayParam channels, accounts, raw;
    for (const InboxBody& body : bodies) {
        channels.add(body.channel);
        accounts.add(body.account);
        raw.add_bytes(SKPBOT_DEFECT("no_unique_key") ? unlike_any(body.raw) : body.raw);
    }
    transaction_.run("inbox/add_bodies", Params().add(channels).add(accounts).add(raw));
}

}  // namespace storage
