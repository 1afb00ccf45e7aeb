#include "bot/conversation/replies/urungkan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/alamat.hpp"
#include "bot/conversation/replies/putusan.hpp"
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
    const std::vector<const ReceiptEffect*>& effects,
    const std::vector<const storage::BuktiEffect*>& evidence
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
    take_back_bukti(c, evidence, kwitansi);
    c.effects().cancelled_receipts.push_back({me.instansi_id, receipt.kode, kwitansi});
    c.effects().cancelled_messages.push_back(receipt.kode);
    c.reply(diurungkan(kwitansi, receipt.kode, receipt.isi));
}

bool is_about_evidence(const storage::Receipt& receipt) {
    return receipt.tindakan == "tambah_bukti" || receipt.tindakan == "hapus_bukti";
}

bool is_about_work(const storage::Receipt& receipt) {
    return receipt.tindakan == "isi_realisasi" || receipt.tindakan == "putuskan_realisasi" ||
           is_about_evidence(receipt);
}

// To undo a decision is to decide.
bool may_undo(const TurnContext& c, const storage::Receipt& receipt) {
    return receipt.tindakan != "putuskan_realisasi" ||
           c.sender().boleh_memutus_sejak <= c.turn().now;
}

void undo_work(TurnContext& c, const storage::Receipt& receipt) {
    const auto effects = effects_of(c, receipt);
    const auto evidence = bukti_of(c, receipt);
    const bool moved_on = std::ranges::any_of(
                              effects,
                              [](const ReceiptEffect* effect) {
                                  return effect->sekarang.versi != effect->dibuat.versi;
                              }
                          ) ||
                          std::ranges::any_of(evidence, [](const storage::BuktiEffect* effect) {
                              return effect->sekarang.versi != effect->versi;
                          });
    if (effects.empty() && evidence.empty()) {
        c.reply(tidak_ada_yang_dapat_diurungkan());
    } else if (!may_undo(c, receipt)) {
        c.reply(belum_boleh_memutus(
            domain::tulis_waktu(c.sender().boleh_memutus_sejak, c.sender().zona)
        ));
    } else if (moved_on) {
        c.reply(urung_berubah(receipt.kode));
    } else {
        take_back(c, receipt, effects, evidence);
    }
}

// Only in the chat that was bound, and only if no newer address has taken its place.
void undo_binding(TurnContext& c, const storage::Receipt& receipt) {
    const storage::Sender& sender = c.sender();
    if (receipt.conversation_id != c.turn().event.conversation_id || sender.berakhir_pada) {
        c.reply(urung_di_alamat_itu(receipt.kode));
        return;
    }
    const std::string kwitansi = c.add_receipt("urungkan", "Diurungkan: " + receipt.isi);
    c.effects().undone_bindings.push_back({sender.key, sender.alamat_id});
    c.effects().cancelled_receipts.push_back({sender.key.instansi_id, receipt.kode, kwitansi});
    note_address(c, sender.key, "urungkan", kwitansi);
    c.forget_all();
    c.reply(ikat_diurungkan(kwitansi));
}

Tindakan kind_of(const storage::Receipt& receipt) {
    if (receipt.tindakan == "putuskan_realisasi") return Tindakan::Putusan;
    if (is_about_evidence(receipt)) return Tindakan::Bukti;
    return receipt.tindakan == kIkat ? Tindakan::Ikat : Tindakan::Isi;
}

}  // namespace

void urungkan(TurnContext& context, const Urungkan& command) {
    const auto found = context.loaded().receipts.find(context.sender().key);
    if (found == context.loaded().receipts.end()) {
        // A thumb was taken back that had decided nothing.
        if (context.turn().event.kind == "reaction") return;
        context.reply(
            command.kode.empty() ? tidak_ada_yang_dapat_diurungkan()
                                 : kwitansi_tidak_ada(command.kode)
        );
        return;
    }
    const storage::Receipt& receipt = found->second;
    if (receipt.tindakan == "urungkan" || !receipt.batal_oleh.empty()) {
        context.reply(tidak_ada_yang_dapat_diurungkan());
    } else if (receipt.tindakan == kTolakBaru) {
        context.reply(penolakan_tetap(receipt.kode));
    } else if (receipt.tindakan == kLepas) {
        context.reply(urung_di_alamat_itu(receipt.kode));
    } else if (receipt.pada + domain::kMasaUrung <= context.turn().now) {
        context.reply(urung_terlambat(receipt.kode, kind_of(receipt)));
    } else if (is_about_work(receipt)) {
        undo_work(context, receipt);
    } else {
        undo_binding(context, receipt);
    }
}

}  // namespace bot
