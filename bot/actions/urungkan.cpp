#include <fmt/format.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/conversation/replies/umum.hpp"

namespace bot {
namespace {

using storage::ReceiptEffect;

std::vector<const ReceiptEffect*> effects_of(
    const TurnContext& c, const storage::Receipt& receipt
) {
    std::vector<const ReceiptEffect*> effects;
    for (const ReceiptEffect& effect : c.loaded().receipt_effects) {
        if (effect.kwitansi == receipt.kode &&
            effect.pemilik.instansi_id == receipt.pegawai.instansi_id) {
            effects.push_back(&effect);
        }
    }
    return effects;
}

std::vector<const storage::BuktiEffect*> bukti_of(
    const TurnContext& c, const storage::Receipt& receipt
) {
    std::vector<const storage::BuktiEffect*> effects;
    for (const storage::BuktiEffect& effect : c.loaded().bukti_effects) {
        if (effect.kwitansi == receipt.kode &&
            effect.pemilik.instansi_id == receipt.pegawai.instansi_id) {
            effects.push_back(&effect);
        }
    }
    return effects;
}

void take_back_bukti(
    TurnContext& c,
    const std::vector<const storage::BuktiEffect*>& effects,
    const std::string& kwitansi
) {
    const storage::PegawaiKey me = c.sender().key;
    for (const storage::BuktiEffect* effect : effects) {
        const domain::BuktiDukung back = domain::urungkan_bukti(effect->sekarang);
        c.effects().ledger.push_back({
            .instansi_id = me.instansi_id,
            .pada = c.turn().now,
            .pelaku_id = me.pegawai_id,
            .tindakan = "urungkan",
            .objek = "bukti",
            .objek_id = fmt::format("{}/{}/{}", back.indikator_id, back.periode_id, back.nomor),
            .versi = back.versi,
            .kwitansi = kwitansi,
            .sebelum = std::string(domain::kode(effect->sekarang.status)),
            .sesudah = std::string(domain::kode(back.status)),
        });
        c.effects().bukti_versi.push_back(
            {effect->pemilik, back, me.pegawai_id, c.turn().now, kwitansi}
        );
    }
}

void take_back(
    TurnContext& c,
    const storage::Receipt& receipt,
    const std::vector<const ReceiptEffect*>& effects
) {
    const std::string kwitansi = c.add_receipt("urungkan", "Diurungkan: " + receipt.isi);
    const storage::PegawaiKey me = c.sender().key;
    for (const ReceiptEffect* effect : effects) {
        const domain::Realisasi back = domain::urungkan_realisasi(
            effect->sekarang, effect->sebelum ? &*effect->sebelum : nullptr, c.turn().now
        );
        c.effects().ledger.push_back({
            .instansi_id = me.instansi_id,
            .pada = c.turn().now,
            .pelaku_id = me.pegawai_id,
            .tindakan = "urungkan",
            .objek = "realisasi",
            .objek_id = fmt::format("{}/{}", back.indikator_id, back.periode_id),
            .versi = back.versi,
            .kwitansi = kwitansi,
            .sebelum = effect->sekarang.nilai.decimal(),
            .sesudah = domain::terisi(back) ? back.nilai.decimal() : "",
        });
        c.effects().versi.push_back({
            .pemilik = effect->pemilik,
            .realisasi = back,
            .alasan = "",
            .oleh = me.pegawai_id,
            .kwitansi = kwitansi,
        });
    }
    take_back_bukti(c, bukti_of(c, receipt), kwitansi);
    c.effects().cancelled_receipts.push_back({me.instansi_id, receipt.kode, kwitansi});
    c.effects().cancelled_messages.push_back(receipt.kode);
    c.reply(diurungkan(kwitansi, receipt.kode, receipt.isi));
}

}  // namespace

void urungkan(TurnContext& context, const Urungkan& command) {
    const auto found = context.loaded().receipts.find(context.sender().key);
    if (found == context.loaded().receipts.end()) {
        context.reply(
            command.kode.empty() ? tidak_ada_yang_dapat_diurungkan()
                                 : kwitansi_tidak_ada(command.kode)
        );
        return;
    }
    const storage::Receipt& receipt = found->second;
    const auto effects = effects_of(context, receipt);
    const auto evidence = bukti_of(context, receipt);
    const auto has_moved = [](const auto* effect) {
        return effect->sekarang.versi != effect->versi;
    };
    const bool moved_on =
        std::ranges::any_of(effects, has_moved) || std::ranges::any_of(evidence, has_moved);
    const bool nothing = effects.empty() && evidence.empty();
    if (nothing || receipt.tindakan == "urungkan" || !receipt.batal_oleh.empty()) {
        context.reply(tidak_ada_yang_dapat_diurungkan());
    } else if (receipt.pada + domain::kMasaUrung <= context.turn().now) {
        context.reply(urung_terlambat(receipt.kode));
    } else if (moved_on) {
        context.reply(urung_berubah(receipt.kode));
    } else {
        take_back(context, receipt, effects);
    }
}

}  // namespace bot
