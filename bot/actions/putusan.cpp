#include "bot/conversation/replies/putusan.hpp"

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/daftar_putusan.hpp"
#include "bot/actions/decisions.hpp"

namespace bot {
namespace {

using storage::WaitingItem;

bool chosen(const Putusan& decision, int nomor) {
    if (decision.semua) {
        return std::ranges::find(decision.kecuali, nomor) == decision.kecuali.end();
    }
    return std::ranges::find(decision.nomor, nomor) != decision.nomor.end();
}

bool numbers_exist(const Putuskan& command, const std::vector<WaitingItem>& items) {
    const auto exists = [&](int nomor) {
        return std::ranges::find(items, nomor, &WaitingItem::nomor) != items.end();
    };
    return std::ranges::all_of(command.putusan, [&](const Putusan& decision) {
        return std::ranges::all_of(decision.nomor, exists) &&
               std::ranges::all_of(decision.kecuali, exists);
    });
}

// Every item once, by the first decision that names it.
std::vector<Dipilih> choose(const Putuskan& command, const std::vector<WaitingItem>& items) {
    std::vector<Dipilih> all;
    for (const WaitingItem& item : items) {
        for (const Putusan& decision : command.putusan) {
            if (!chosen(decision, item.nomor)) continue;
            all.push_back({&item, decision.keputusan, decision.alasan});
            break;
        }
    }
    return all;
}

bool names_nothing(const Putuskan& command) {
    return std::ranges::any_of(command.putusan, [](const Putusan& decision) {
        return decision.nomor.empty() && !decision.semua;
    });
}

// A decision without number means the message that it answers: that one must hold exactly one item.
void decide_replied(
    TurnContext& c, const Putuskan& command, const std::vector<WaitingItem>& items
) {
    if (!c.turn().referred || items.size() != 1) {
        c.reply_about_digest(pilih_nomor(semua_baris(items)), items.front().digest_id);
        return;
    }
    Decisions decisions(c);
    decisions.decide(
        {&items.front(), command.putusan.front().keputusan, command.putusan.front().alasan}
    );
    decisions.conclude();
}

}  // namespace

void putuskan(TurnContext& context, const Putuskan& command) {
    const Turn& turn = context.turn();
    if (std::holds_alternative<TungguAlasan>(turn.dialogue)) context.forget();
    if (turn.event.forwarded) {
        context.reply(teruskan_bukan_putusan());
        return;
    }
    if (context.sender().boleh_memutus_sejak > turn.now) {
        context.reply(belum_boleh_memutus(
            domain::tulis_waktu(context.sender().boleh_memutus_sejak, context.sender().zona)
        ));
        return;
    }
    if (turn.referred && !turn.referred->digest_id && names_nothing(command)) {
        context.reply(bukan_pesan_keputusan());
        return;
    }
    const std::int64_t digest_id = digest_meant(context);
    const std::vector<WaitingItem> items = items_of(context, digest_id);
    if (items.empty()) {
        context.reply(tidak_ada_yang_menunggu());
    } else if (names_nothing(command)) {
        decide_replied(context, command, items);
    } else if (!numbers_exist(command, items)) {
        context.reply(nomor_tidak_ada(items.size()));
    } else if (shifted(context, digest_id)) {
        context.reply(digest_baru(semua_baris(items)));
    } else {
        Decisions decisions(context);
        for (const Dipilih& one : choose(command, items)) decisions.decide(one);
        decisions.conclude();
    }
}

}  // namespace bot
