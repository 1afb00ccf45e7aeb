#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/tugas.hpp"
#include "bot/conversation/replies/umum.hpp"
#include "domain/organisasi/nip.hpp"

namespace bot {

void lihat_profil(TurnContext& context) {
    const storage::Sender& sender = context.sender();
    const auto nip = domain::Nip::read(sender.nip, context.hari_ini());
    context.reply(profil({
        .nip_tersamar = nip ? nip->masked() : "•••",
        .nama = sender.nama,
        .jabatan = sender.jabatan,
        .unit = sender.unit,
        .instansi = sender.instansi,
        .atasan = sender.atasan,
    }));
}

void lihat_skp(TurnContext& context, const LihatSkp& command) {
    const int tahun = command.tahun.value_or(domain::tahun_dari(context.hari_ini()));
    const domain::Skp* found = cari_skp(context.kinerja(), tahun);
    if (found == nullptr) {
        context.reply(skp_tidak_ada(tahun));
        return;
    }
    context.reply(skp(*found, context.kinerja().realisasi, command.detail));
}

void lihat_jadwal(TurnContext& context) {
    context.reply(jadwal(context.acuan().periode, context.kalender(), context.hari_ini()));
}

void lihat_sisa_tugas(TurnContext& context) {
    auto meant = cari_periode(context, std::nullopt);
    if (auto* refusal = std::get_if<Reply>(&meant)) {
        context.reply(std::move(*refusal));
        return;
    }
    const domain::Periode& periode = *std::get<PeriodeJelas>(meant).periode;
    const domain::Skp* found = cari_skp(context.kinerja(), periode.tahun);
    if (found == nullptr) {
        context.reply(skp_tidak_ada(periode.tahun));
        return;
    }
    if (found->status != domain::StatusSkp::Persetujuan) {
        context.reply(skp_belum_disetujui(*found));
        return;
    }
    std::vector<TugasTersisa> tasks;
    for (const domain::Rhk& rhk : found->rhk) {
        for (const domain::Indikator& indikator : rhk.indikator) {
            const auto* filled = cari_realisasi(context.kinerja(), indikator.id, periode.id);
            const bool returned =
                filled != nullptr && filled->status == domain::StatusRealisasi::Dikembalikan;
            if (filled != nullptr && domain::terisi(*filled) && !returned) continue;
            tasks.push_back({
                .rhk = rhk.nomor,
                .teks = rhk.teks,
                .aspek = rhk.indikator.size() > 1 && indikator.aspek
                             ? std::string(domain::nama(*indikator.aspek))
                             : "",
                .dikembalikan = returned,
            });
        }
    }
    context.reply(sisa_tugas(periode, tasks, context.kalender(), context.hari_ini()));
}

void lihat_kwitansi(TurnContext& context, const LihatKwitansi& command) {
    const auto found = context.loaded().receipts.find(context.sender().key);
    if (found == context.loaded().receipts.end()) {
        context.reply(kwitansi_tidak_ada(command.kode));
        return;
    }
    const storage::Receipt& receipt = found->second;
    const std::string when = domain::tulis_waktu(receipt.pada, context.sender().zona);
    context.reply(kwitansi({
        .kode = receipt.kode,
        .nama = context.sender().nama,
        .isi = receipt.isi,
        .waktu = when,
        .pesan = receipt.message_id,
        .batal_oleh = receipt.batal_oleh,
    }));
}

void lihat_menu(TurnContext& context) {
    const storage::PegawaiKey me = context.sender().key;
    const auto waiting = std::ranges::count_if(context.loaded().waiting, [&](const auto& item) {
        return item.instansi_id == me.instansi_id && item.penilai_id == me.pegawai_id;
    });
    context.reply(menu(context.sender().nama, static_cast<std::size_t>(waiting)));
}

}  // namespace bot
