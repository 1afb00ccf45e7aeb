#include <fmt/format.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {
namespace {

enum class Simpan { BilaJelas, Sekarang };

Reply tulis_penolakan(domain::PenolakanIsi reason, const ButirJelas& item) {
    switch (reason) {
        case domain::PenolakanIsi::SkpBelumDisetujui:
            return skp_belum_disetujui(*item.skp);
        case domain::PenolakanIsi::PeriodeBelumMulai:
            return periode_belum_mulai(*item.periode.periode);
        case domain::PenolakanIsi::BatasLewat:
            return batas_lewat(*item.periode.periode);
        case domain::PenolakanIsi::NilaiTerlaluBesar:
            return nilai_terlalu_besar();
    }
    std::abort();
}

// Two items of one message on the same indikator and period make one new version.
struct Baru {
    ButirJelas item;
    const domain::Realisasi* sebelum = nullptr;
    domain::Realisasi realisasi;
};

Baru* same(std::vector<Baru>& fresh, const ButirJelas& item) {
    const auto found = std::ranges::find_if(fresh, [&](const Baru& baru) {
        return baru.item.indikator == item.indikator &&
               baru.item.periode.periode == item.periode.periode;
    });
    return found == fresh.end() ? nullptr : &*found;
}

// The new versions of all items, or the refusal of the first that does not work.
std::variant<std::vector<Baru>, Reply> decide(
    const TurnContext& c, const std::vector<ButirJelas>& items
) {
    std::vector<Baru> fresh;
    for (const ButirJelas& item : items) {
        Baru* twice = same(fresh, item);
        const domain::Realisasi* stored =
            cari_realisasi(c.kinerja(), item.indikator->id, item.periode.periode->id);
        const domain::SyaratIsi terms{
            *item.skp, *item.periode.periode, item.indikator->id, c.hari_tulis()};
        auto decided = domain::isi_realisasi(
            terms, twice != nullptr ? &twice->realisasi : stored, item.isian, c.turn().now
        );
        if (!decided) return tulis_penolakan(decided.error(), item);
        domain::Realisasi next = std::move(decided).value();
        next.versi = stored == nullptr ? 1 : stored->versi + 1;
        if (twice != nullptr) {
            twice->realisasi = std::move(next);
        } else {
            fresh.push_back({item, stored, std::move(next)});
        }
    }
    return fresh;
}

// The value of the year after this change (DOMAIN.md section 4, Progress).
domain::Kuantitas setahun(const TurnContext& c, const Baru& baru) {
    if (baru.item.indikator->agregasi == domain::Agregasi::Terakhir) return baru.realisasi.nilai;
    domain::Kuantitas total = baru.realisasi.nilai;
    for (const domain::Realisasi& other : c.kinerja().realisasi) {
        if (other.indikator_id != baru.realisasi.indikator_id) continue;
        if (other.periode_id == baru.realisasi.periode_id || !domain::terisi(other)) continue;
        total = total.plus(other.nilai).value_or(total);
    }
    return total;
}

std::string uraian(const Baru& baru) {
    const auto& indikator = *baru.item.indikator;
    return fmt::format(
        "RHK {} {}: {} ({})",
        baru.item.rhk->nomor,
        indikator.aspek ? domain::nama(*indikator.aspek) : "Realisasi",
        tulis_nilai(baru.realisasi.nilai, indikator.satuan),
        tulis_periode(*baru.item.periode.periode)
    );
}

void keep(TurnContext& c, const std::vector<Baru>& fresh, const std::string& kwitansi) {
    const storage::Sender& sender = c.sender();
    for (const Baru& baru : fresh) {
        c.effects().versi.push_back({
            .pemilik = sender.key,
            .realisasi = baru.realisasi,
            .alasan = "",
            .oleh = sender.key.pegawai_id,
            .kwitansi = kwitansi,
        });
        c.effects().ledger.push_back({
            .instansi_id = sender.key.instansi_id,
            .pada = c.turn().now,
            .pelaku_id = sender.key.pegawai_id,
            .tindakan = "isi_realisasi",
            .objek = "realisasi",
            .objek_id =
                fmt::format("{}/{}", baru.realisasi.indikator_id, baru.realisasi.periode_id),
            .versi = baru.realisasi.versi,
            .kwitansi = kwitansi,
            .sebelum = baru.sebelum == nullptr ? "" : baru.sebelum->nilai.decimal(),
            .sesudah = baru.realisasi.nilai.decimal(),
        });
    }
}

void save(TurnContext& c, const std::vector<ButirJelas>& items) {
    auto decided = decide(c, items);
    if (auto* refusal = std::get_if<Reply>(&decided)) {
        c.reply(std::move(*refusal));
        return;
    }
    const auto& fresh = std::get<std::vector<Baru>>(decided);
    std::string isi;
    for (const Baru& baru : fresh) isi += (isi.empty() ? "" : "\n") + uraian(baru);
    const std::string kwitansi = c.add_receipt("isi_realisasi", std::move(isi));
    keep(c, fresh, kwitansi);

    const domain::KalenderKerja kalender = c.kalender();
    KartuRealisasi card{kwitansi, {}, kalender, c.hari_ini(), items.front().periode.lain};
    for (const Baru& baru : fresh) {
        const bool had = baru.sebelum != nullptr && domain::terisi(*baru.sebelum);
        card.baris.push_back({
            .rhk = *baru.item.rhk,
            .indikator = *baru.item.indikator,
            .periode = *baru.item.periode.periode,
            .nilai = baru.realisasi.nilai,
            .sebelumnya = had ? std::optional(baru.sebelum->nilai) : std::nullopt,
            .setahun = setahun(c, baru),
        });
    }
    c.reply(kartu_realisasi(card));
}

void confirm(TurnContext& c, const CatatRealisasi& command, const std::vector<ButirJelas>& items) {
    std::vector<BarisKonfirmasi> rows;
    for (const ButirJelas& item : items) {
        rows.push_back({*item.rhk, *item.indikator, item.isian.nilai, item.isian.cara});
    }
    c.remember(KonfirmasiRealisasi{command.butir});
    Reply reply = konfirmasi_realisasi(rows, *items.front().periode.periode);
    reply.body += baris_tak_dipahami(command.tak_dipahami);
    c.reply(std::move(reply));
}

// The forms of this action end with it; a form of another kind goes on behind the answer.
void leave_own_form(TurnContext& c) {
    if (std::holds_alternative<LengkapiRealisasi>(c.turn().dialogue) ||
        std::holds_alternative<KonfirmasiRealisasi>(c.turn().dialogue)) {
        c.forget();
    }
}

void work(TurnContext& c, const CatatRealisasi& command, Simpan when) {
    leave_own_form(c);
    std::vector<ButirJelas> items;
    for (std::size_t at = 0; at < command.butir.size(); ++at) {
        auto found = cari_butir(c, command.butir[at]);
        if (auto* question = std::get_if<Tanya>(&found)) {
            c.remember(LengkapiRealisasi{command.butir, at, question->apa});
            c.reply(std::move(question->reply));
            return;
        }
        if (auto* refusal = std::get_if<Reply>(&found)) {
            c.reply(std::move(*refusal));
            return;
        }
        items.push_back(std::get<ButirJelas>(found));
    }
    const bool several = items.size() > 1 || !command.tak_dipahami.empty();
    if (several && when == Simpan::BilaJelas) {
        confirm(c, command, items);
    } else {
        save(c, items);
    }
}

}  // namespace

void catat(TurnContext& context, const CatatRealisasi& command) {
    work(context, command, Simpan::BilaJelas);
}

void simpan_semua(TurnContext& context) {
    const auto& shown = std::get<KonfirmasiRealisasi>(context.turn().dialogue);
    work(context, {.butir = shown.butir, .tak_dipahami = {}}, Simpan::Sekarang);
}

}  // namespace bot
