#include "bot/actions/act.hpp"
#include "bot/baris_putusan.hpp"

namespace bot {

void tinjau(TurnContext& context) {
    const storage::PegawaiKey me = context.sender().key;
    std::vector<BarisPutusan> rows;
    storage::NewDigest fresh{
        .penilai = me,
        .digest_id = context.loaded().fresh_digest_ids.back(),
        .slot = "tinjau",
        .pada = context.turn().now,
        .items = {},
    };
    for (const storage::WaitingItem& item : context.loaded().waiting) {
        if (item.instansi_id != me.instansi_id || item.penilai_id != me.pegawai_id) continue;
        BarisPutusan row = baris(item);
        row.nomor = static_cast<int>(rows.size()) + 1;
        rows.push_back(row);
        fresh.items.push_back(
            {item.sekarang.indikator_id, item.sekarang.periode_id, item.sekarang.versi}
        );
    }
    if (rows.empty()) {
        context.reply(tidak_ada_yang_menunggu());
        return;
    }
    context.reply_with_digest(digest(rows), std::move(fresh));
}

}  // namespace bot
