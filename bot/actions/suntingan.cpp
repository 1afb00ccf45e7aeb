#include "bot/conversation/replies/suntingan.hpp"

#include <algorithm>
#include <optional>

#include "bot/actions/act.hpp"
#include "bot/actions/cari.hpp"
#include "bot/actions/understand.hpp"
#include "bot/conversation/replies/ikat.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {
namespace {

// The receipt of what the edited or revoked message recorded; null if it recorded nothing, or if
// that was taken back.
const storage::Receipt* receipt_of(const TurnContext& c) {
    const std::string message = subject_message(c.turn().event);
    const auto& all = c.loaded().recorded;
    const auto found = std::ranges::find_if(all, [&](const storage::Receipt& receipt) {
        return receipt.pegawai == c.sender().key && receipt.message_id == message &&
               receipt.conversation_id == c.turn().event.conversation_id;
    });
    return found == all.end() ? nullptr : &*found;
}

// What the receipt recorded, if it is one realisasi.
const storage::ReceiptEffect* only_effect(const TurnContext& c, const storage::Receipt& receipt) {
    const storage::ReceiptEffect* only = nullptr;
    for (const storage::ReceiptEffect& effect : c.loaded().receipt_effects) {
        if (effect.kwitansi != receipt.kode || effect.pemilik != receipt.pegawai) continue;
        if (only != nullptr) return nullptr;
        only = &effect;
    }
    return only;
}

// The one realisasi that a text speaks of.
std::optional<IsiRealisasi> item_in(const Command& command) {
    if (const auto* piece = std::get_if<Penggalan>(&command)) return piece->slot;
    const auto* record = std::get_if<CatatRealisasi>(&command);
    if (record == nullptr || record->butir.size() != 1 || !record->tak_dipahami.empty()) {
        return std::nullopt;
    }
    return record->butir.front();
}

// Where an indikator stands in the SKP.
struct Tempat {
    const domain::Rhk* rhk = nullptr;
    const domain::Indikator* indikator = nullptr;
};
Tempat place_of(const storage::Kinerja& kinerja, std::int64_t indikator_id) {
    for (const domain::Skp& skp : kinerja.skp) {
        for (const domain::Rhk& rhk : skp.rhk) {
            for (const domain::Indikator& indikator : rhk.indikator) {
                if (indikator.id == indikator_id) return {&rhk, &indikator};
            }
        }
    }
    return {};
}

const domain::Periode* period_of(const TurnContext& c, std::int64_t periode_id) {
    const auto& all = c.acuan().periode;
    const auto found = std::ranges::find(all, periode_id, &domain::Periode::id);
    return found == all.end() ? nullptr : &*found;
}

// The item with what its text leaves open, by what the message recorded: RHK, aspek, period.
IsiRealisasi completed(IsiRealisasi item, const Tempat& place, const domain::Periode& periode) {
    if (!item.rhk) item.rhk = RhkAcuan{place.rhk->nomor, ""};
    if (item.rhk->nomor == place.rhk->nomor && !item.aspek) item.aspek = place.indikator->aspek;
    if (!item.periode) item.periode = acuan_dari(periode);
    return item;
}

// What the text says the realisasi is to be, where it was `before` the message.
std::optional<domain::Kuantitas> value_of(
    const domain::Isian& isian, const storage::ReceiptEffect& effect
) {
    if (isian.cara == CaraIsi::Tetapkan) return isian.nilai;
    // Something else was recorded since: the sum is not what the person saw.
    if (effect.sekarang.nilai != effect.dibuat.nilai) return std::nullopt;
    if (!effect.sebelum || !domain::terisi(*effect.sebelum)) return isian.nilai;
    return effect.sebelum->nilai.plus(isian.nilai);
}

bool means_the_same(
    const domain::Realisasi& recorded, domain::Kuantitas nilai, const domain::Isian& isian
) {
    return recorded.nilai == nilai && (isian.sumber.empty() || isian.sumber == recorded.sumber) &&
           (isian.keterangan.empty() || isian.keterangan == recorded.keterangan);
}

void ask(TurnContext& c, const ButirJelas& item, domain::Kuantitas now, domain::Kuantitas next) {
    const std::string periode = tulis_periode(*item.periode.periode);
    KonfirmasiSuntingan question{
        .butir =
            {.cara = CaraIsi::Tetapkan,
             .rhk = RhkAcuan{item.rhk->nomor, ""},
             .aspek = item.indikator->aspek,
             .nilai = next,
             .ganda = std::nullopt,
             .satuan = "",
             .periode = acuan_dari(*item.periode.periode),
             .sumber = item.isian.sumber,
             .keterangan = item.isian.keterangan},
        .dilihat = now,
    };
    if (std::holds_alternative<KonfirmasiSuntingan>(c.turn().dialogue)) {
        c.remember(std::move(question));
    } else {
        c.interrupt(std::move(question));
    }
    c.reply(tanya_suntingan({
        .rhk = item.rhk->nomor,
        .indikator = *item.indikator,
        .periode = periode,
        .tercatat = now,
        .baru = next,
        .sumber = item.isian.sumber,
        .keterangan = item.isian.keterangan,
    }));
}

// False if the edit says nothing that could take the place of what was recorded.
bool compare(TurnContext& c, const storage::ReceiptEffect& effect, const IsiRealisasi& said) {
    const Tempat place = place_of(c.kinerja(), effect.dibuat.indikator_id);
    const domain::Periode* periode = period_of(c, effect.dibuat.periode_id);
    if (place.rhk == nullptr || periode == nullptr || !domain::terisi(effect.sekarang))
        return false;
    const auto found = cari_butir(c, completed(said, place, *periode));
    const auto* item = std::get_if<ButirJelas>(&found);
    if (item == nullptr || item->indikator != place.indikator || item->periode.periode != periode) {
        return false;
    }
    const auto next = value_of(item->isian, effect);
    if (!next) return false;
    const bool same = means_the_same(effect.dibuat, *next, item->isian) ||
                      means_the_same(effect.sekarang, *next, item->isian);
    if (!same) ask(c, *item, effect.sekarang.nilai, *next);
    return true;
}

}  // namespace

void tanggapi_suntingan(TurnContext& context) {
    if (!context.turn().sender) {
        context.reply(salam_pembuka(cara_kenal(context.turn())));
        return;
    }
    const storage::Receipt* receipt = receipt_of(context);
    const auto* effect = receipt == nullptr ? nullptr : only_effect(context, *receipt);
    const auto said = item_in(context.turn().command);
    if (effect == nullptr || !said || !compare(context, *effect, *said)) {
        context.reply(suntingan_tidak_dijalankan());
    }
}

void tanggapi_penarikan(TurnContext& context) {
    const auto* receipt = context.turn().sender ? receipt_of(context) : nullptr;
    if (receipt == nullptr) return;
    const bool in_time = receipt->pada + domain::kMasaUrung > context.turn().now;
    context.reply(penarikan_tetap_tercatat(
        receipt->kode, receipt->isi, in_time ? MasaUrung::Berjalan : MasaUrung::Lewat
    ));
}

}  // namespace bot
