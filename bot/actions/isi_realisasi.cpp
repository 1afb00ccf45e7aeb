#include <fmt/format.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/bukti.hpp"
#include "bot/actions/cari.hpp"
#include "bot/actions/jejak.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/suntingan.hpp"

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
        case domain::PenolakanIsi::SumberTerlaluPanjang:
            return teks_terlalu_panjang("Sumber", domain::kSumberMaks);
        case domain::PenolakanIsi::KeteranganTerlaluPanjang:
            return teks_terlalu_panjang("Keterangan", domain::kKeteranganMaks);
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

// The confirmation stays open if one of its items does not work: "hapus 2" may help.
void refuse_items(TurnContext& c, Reply refusal) {
    const bool stays = std::holds_alternative<KonfirmasiRealisasi>(c.turn().dialogue);
    if (c.turn().answers_form && !stays) c.forget();
    c.reply(std::move(refusal));
}

// The file whose words recorded a realisasi proves it. Empty, or the sentence about what did not
// work.
std::string attach(TurnContext& c, const std::vector<Baru>& fresh, const std::string& kwitansi) {
    if (!c.turn().berkas) return "";
    if (fresh.size() > 1) return berkas_tidak_ikut();
    if (const auto refusal = tolak_berkas(*c.turn().berkas)) return "\n" + refusal->body;
    const std::vector<BerkasMasuk> files{*c.turn().berkas};
    const auto kept = simpan_bukti(c, {fresh.front().item, "", "", files, kwitansi});
    const auto* refusal = std::get_if<Reply>(&kept);
    return refusal == nullptr ? "" : "\n" + refusal->body;
}

void save(TurnContext& c, const std::vector<ButirJelas>& items) {
    auto decided = decide(c, items);
    if (auto* refusal = std::get_if<Reply>(&decided)) {
        refuse_items(c, std::move(*refusal));
        return;
    }
    if (c.turn().answers_form) c.forget();
    const auto& fresh = std::get<std::vector<Baru>>(decided);
    std::string isi;
    for (const Baru& baru : fresh) isi += (isi.empty() ? "" : "\n") + uraian(baru);
    const std::string kwitansi = c.add_receipt("isi_realisasi", std::move(isi));
    keep(c, fresh, kwitansi);
    const std::size_t kept_before = c.effects().bukti.size();
    const std::string about_file = attach(c, fresh, kwitansi);
    const auto attached = static_cast<int>(c.effects().bukti.size() - kept_before);

    const domain::KalenderKerja kalender = c.kalender();
    KartuRealisasi card{kwitansi, {}, kalender, c.hari_ini(), items.front().periode.lain};
    for (const Baru& baru : fresh) {
        const BanyakBukti bukti =
            banyak_bukti(c, baru.item.indikator->id, baru.item.periode.periode->id);
        const bool had = baru.sebelum != nullptr && domain::terisi(*baru.sebelum);
        card.baris.push_back({
            .rhk = *baru.item.rhk,
            .indikator = *baru.item.indikator,
            .periode = *baru.item.periode.periode,
            .nilai = baru.realisasi.nilai,
            .sebelumnya = had ? std::optional(baru.sebelum->nilai) : std::nullopt,
            .setahun = setahun(c, baru),
            .sumber = baru.realisasi.sumber,
            .keterangan = baru.realisasi.keterangan,
            .bukti = bukti.tersimpan,
            .bukti_diambil = bukti.diambil + attached,
        });
    }
    Reply reply = kartu_realisasi(card);
    reply.body += about_file;
    c.reply(std::move(reply));
}

void confirm(TurnContext& c, const CatatRealisasi& command, const std::vector<ButirJelas>& items) {
    std::vector<BarisKonfirmasi> rows;
    for (const ButirJelas& item : items) {
        rows.push_back(
            {*item.rhk,
             *item.indikator,
             *item.periode.periode,
             item.isian.nilai,
             item.isian.cara,
             item.isian.sumber,
             item.isian.keterangan}
        );
    }
    c.wait_for(KonfirmasiRealisasi{command.butir, path_to_list(c.turn(), command.butir.size())});
    Reply reply = konfirmasi_realisasi(rows);
    reply.body += baris_tak_dipahami(command.tak_dipahami);
    if (c.turn().berkas) reply.body += berkas_tidak_ikut();
    c.reply(std::move(reply));
}

// What was asked about and does not fit is not kept.
void ask(TurnContext& c, CatatRealisasi command, std::size_t at, Tanya question) {
    IsiRealisasi& item = command.butir[at];
    if (question.apa == Ditanya::Rhk) item.rhk.reset();
    if (question.apa == Ditanya::Aspek) item.aspek.reset();
    std::vector<Pertanyaan> path = path_to(c.turn(), {at, question.apa});
    c.wait_for(LengkapiRealisasi{std::move(command.butir), at, question.apa, std::move(path)});
    question.reply.body += baris_tak_dipahami(command.tak_dipahami);
    if (c.turn().berkas) question.reply.body += berkas_tidak_ikut();
    c.reply(std::move(question.reply));
}

void work(TurnContext& c, const CatatRealisasi& command, Simpan when) {
    std::vector<ButirJelas> items;
    for (std::size_t at = 0; at < command.butir.size(); ++at) {
        auto found = cari_butir(c, command.butir[at]);
        if (auto* question = std::get_if<Tanya>(&found)) {
            ask(c, command, at, std::move(*question));
            return;
        }
        if (auto* refusal = std::get_if<Reply>(&found)) {
            // A form that asked goes on with its question.
            c.reply(std::move(*refusal));
            return;
        }
        items.push_back(std::get<ButirJelas>(found));
    }
    // What was shown as a list is saved by "simpan" only, also if one line is left of it.
    const bool listed =
        c.turn().answers_form && std::holds_alternative<KonfirmasiRealisasi>(c.turn().dialogue);
    const bool several = items.size() > 1 || listed || !command.tak_dipahami.empty();
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
    const auto shown = std::get<KonfirmasiRealisasi>(context.turn().dialogue);
    work(context, {.butir = shown.butir, .tak_dipahami = {}}, Simpan::Sekarang);
}

void simpan_suntingan(TurnContext& context) {
    const auto asked = std::get<KonfirmasiSuntingan>(context.turn().dialogue);
    const auto found = cari_butir(context, asked.butir);
    const auto* item = std::get_if<ButirJelas>(&found);
    const auto* now =
        item == nullptr
            ? nullptr
            : cari_realisasi(context.kinerja(), item->indikator->id, item->periode.periode->id);
    if (now == nullptr || !domain::terisi(*now) || now->nilai != asked.dilihat) {
        context.forget();
        context.reply(suntingan_berubah());
        return;
    }
    save(context, {*item});
}

}  // namespace bot
