#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/daftar_putusan.hpp"

namespace bot {

bool tanya_putusan(TurnContext& context) {
    const std::int64_t digest_id = digest_meant(context);
    std::vector<storage::WaitingItem> items = items_of(context, digest_id);
    std::erase_if(items, [](const storage::WaitingItem& item) {
        return item.sekarang.status != domain::StatusRealisasi::Diajukan;
    });
    if (items.empty()) return false;
    context.reply_about_digest(tanya_maksud_putusan(semua_baris(items)), digest_id);
    return true;
}

}  // namespace bot
