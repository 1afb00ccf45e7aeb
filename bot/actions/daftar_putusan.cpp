#include "bot/actions/daftar_putusan.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "bot/baris_putusan.hpp"

namespace bot {
namespace {

using storage::WaitingItem;

// RELIABILITY.md section 5.1, "Shifted digest number": a newer list so shortly before the answer
// may not have been the one that was read.
constexpr std::chrono::seconds kShift{60};

}  // namespace

std::vector<BarisPutusan> semua_baris(const std::vector<WaitingItem>& items) {
    std::vector<BarisPutusan> rows;
    for (const WaitingItem& item : items) rows.push_back(baris(item));
    return rows;
}

std::vector<WaitingItem> items_of(const TurnContext& context, std::int64_t digest_id) {
    std::vector<WaitingItem> items;
    std::ranges::copy_if(
        context.loaded().digest_items,
        std::back_inserter(items),
        [&](const WaitingItem& item) {
            return item.digest_id == digest_id &&
                   item.penilai_id == context.sender().key.pegawai_id;
        }
    );
    return items;
}

std::int64_t digest_meant(const TurnContext& context) {
    const Turn& turn = context.turn();
    if (turn.referred && turn.referred->digest_id) return *turn.referred->digest_id;
    if (const auto* waiting = std::get_if<TungguAlasan>(&turn.dialogue)) {
        return waiting->objek.front().digest_id;
    }
    for (const storage::LatestDigest& latest : context.loaded().latest) {
        if (latest.penilai == context.sender().key) return latest.digest_id;
    }
    return 0;
}

bool shifted(const TurnContext& context, std::int64_t digest_id) {
    const Turn& turn = context.turn();
    if (turn.referred && turn.referred->digest_id) return false;
    if (std::holds_alternative<TungguAlasan>(turn.dialogue)) return false;
    if (context.loaded().in_doubt_digests.contains(digest_id)) return true;
    int lists = 0;
    bool fresh = false;
    for (const storage::LatestDigest& latest : context.loaded().latest) {
        if (latest.penilai != context.sender().key) continue;
        if (lists++ == 0) fresh = latest.pada + kShift > turn.written_at;
    }
    return fresh && lists > 1;
}

}  // namespace bot
