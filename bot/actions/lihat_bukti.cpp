#include <fmt/format.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/bukti.hpp"
#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {
namespace {

using domain::BuktiDukung;
using domain::StatusBukti;

std::vector<const BuktiDukung*> milik_rhk(
    const TurnContext& c, const domain::Rhk& rhk, const domain::Periode& periode
) {
    std::vector<const BuktiDukung*> found;
    for (const BuktiDukung& bukti : c.bukti()) {
        const bool of_rhk = std::ranges::any_of(rhk.indikator, [&](const auto& indikator) {
            return indikator.id == bukti.indikator_id;
        });
        const bool shown =
            of_rhk && bukti.periode_id == periode.id && bukti.status == StatusBukti::Ada;
        if (shown) found.push_back(&bukti);
    }
    std::ranges::sort(found, {}, &BuktiDukung::nomor);
    return found;
}

// The RHK and period that own evidence is asked for; or why not.
struct Milik {
    const domain::Skp* skp = nullptr;
    const domain::Rhk* rhk = nullptr;  // null: all of them
    const domain::Periode* periode = nullptr;
};
std::variant<Milik, Reply> cari_milik(
    const TurnContext& c,
    const std::optional<RhkAcuan>& rhk,
    const std::optional<PeriodeAcuan>& periode
) {
    auto meant = cari_periode(c, periode);
    if (auto* refusal = std::get_if<Reply>(&meant)) return std::move(*refusal);
    Milik own;
    own.periode = std::get<PeriodeJelas>(meant).periode;
    own.skp = cari_skp(c.kinerja(), own.periode->tahun);
    if (own.skp == nullptr) return skp_tidak_ada(own.periode->tahun);
    if (!rhk) return own;
    const auto found = cari_semua_rhk(*own.skp, rhk);
    if (found.empty() && rhk->nomor) {
        return rhk_tidak_ada(fmt::format("RHK {}", *rhk->nomor), *own.skp);
    }
    if (found.empty()) return rhk_tidak_dikenal(rhk->teks, cari_semua_rhk(*own.skp, {}));
    own.rhk = found.front();
    return own;
}

const BuktiDukung* bernomor(const std::vector<const BuktiDukung*>& all, int nomor) {
    const auto found = std::ranges::find(all, nomor, [](const auto* one) { return one->nomor; });
    return found == all.end() ? nullptr : *found;
}

void tampilkan_milik(TurnContext& c, const LihatBukti& wanted) {
    auto found = cari_milik(c, wanted.rhk, wanted.periode);
    if (auto* refusal = std::get_if<Reply>(&found)) {
        c.reply(std::move(*refusal));
        return;
    }
    const Milik own = std::get<Milik>(found);
    const std::string periode = tulis_periode(*own.periode);
    const domain::Zona zona = c.sender().zona;
    if (own.rhk != nullptr && wanted.nomor) {
        const auto all = milik_rhk(c, *own.rhk, *own.periode);
        const BuktiDukung* one = bernomor(all, *wanted.nomor);
        c.reply(
            one == nullptr
                ? bukti_nomor_tidak_ada(*wanted.nomor, own.rhk->nomor, periode)
                : satu_bukti(
                      {own.rhk->nomor, periode, "", baris_dari(*one, own.rhk, zona), one->sha256}
                  )
        );
        return;
    }
    std::vector<DaftarBukti> lists;
    for (const domain::Rhk& rhk : own.skp->rhk) {
        if (own.rhk != nullptr && own.rhk != &rhk) continue;
        DaftarBukti list{rhk.nomor, periode, "", {}};
        for (const BuktiDukung* one : milik_rhk(c, rhk, *own.periode)) {
            list.baris.push_back(baris_dari(*one, &rhk, zona));
        }
        if (!list.baris.empty()) lists.push_back(std::move(list));
    }
    if (lists.empty()) {
        c.reply(bukti_kosong(own.rhk == nullptr ? 0 : own.rhk->nomor, periode));
        return;
    }
    c.reply(daftar_bukti(lists, fmt::format("tambah bukti rhk {} {}", lists.front().rhk, periode)));
}

}  // namespace

void lihat_bukti(TurnContext& context, const LihatBukti& command) {
    if (!command.orang.empty()) {
        lihat_bukti_bawahan(context, command);
    } else if (context.turn().referred && context.turn().referred->digest_id && !command.rhk) {
        lihat_bukti_digest(context, command);
    } else {
        tampilkan_milik(context, command);
    }
}

void hapus_bukti(TurnContext& context, const HapusBukti& command) {
    if (!command.rhk || !command.nomor) {
        context.reply(hapus_bukti_nomor_berapa());
        return;
    }
    auto found = cari_milik(context, command.rhk, command.periode);
    if (auto* refusal = std::get_if<Reply>(&found)) {
        context.reply(std::move(*refusal));
        return;
    }
    const Milik own = std::get<Milik>(found);
    const std::string periode = tulis_periode(*own.periode);
    const BuktiDukung* one = bernomor(milik_rhk(context, *own.rhk, *own.periode), *command.nomor);
    if (one == nullptr) {
        context.reply(bukti_nomor_tidak_ada(*command.nomor, own.rhk->nomor, periode));
        return;
    }
    const domain::SyaratIsi terms{*own.skp, *own.periode, one->indikator_id, context.hari_tulis()};
    auto decided = domain::hapus_bukti(terms, *one, one->versi);
    if (!decided) {
        context.reply(
            decided.error() == domain::PenolakanBukti::SkpBelumDisetujui
                ? skp_belum_disetujui(*own.skp)
            : decided.error() == domain::PenolakanBukti::PeriodeBelumMulai
                ? periode_belum_mulai(*own.periode)
                : batas_lewat(*own.periode)
        );
        return;
    }
    const SatuBukti shown{
        own.rhk->nomor, periode, "", baris_dari(*one, own.rhk, context.sender().zona), ""};
    const storage::PegawaiKey me = context.sender().key;
    const std::string kwitansi = context.add_receipt(
        "hapus_bukti",
        fmt::format(
            "Bukti RHK {} nomor {} dihapus ({}): {}", own.rhk->nomor, one->nomor, periode, one->nama
        )
    );
    context.effects().bukti_versi.push_back(
        {me, std::move(decided).value(), me.pegawai_id, context.turn().now, kwitansi}
    );
    context.effects().ledger.push_back({
        .instansi_id = me.instansi_id,
        .pada = context.turn().now,
        .pelaku_id = me.pegawai_id,
        .tindakan = "hapus_bukti",
        .objek = "bukti",
        .objek_id = fmt::format("{}/{}/{}", one->indikator_id, one->periode_id, one->nomor),
        .versi = one->versi + 1,
        .kwitansi = kwitansi,
        .sebelum = "ada",
        .sesudah = "dihapus",
    });
    context.reply(bukti_dihapus(kwitansi, shown));
}

}  // namespace bot
