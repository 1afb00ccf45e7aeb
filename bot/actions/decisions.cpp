#include "bot/actions/decisions.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "adapters/utf.hpp"
#include "bot/baris_putusan.hpp"
#include "bot/conversation/replies/putusan.hpp"
#include "bot/notices/waktu_kirim.hpp"

namespace bot {
namespace {

using storage::WaitingItem;

// Written anew with the same value: another source or note.
bool is_undecided(domain::StatusRealisasi status) {
    return status == domain::StatusRealisasi::Tercatat ||
           status == domain::StatusRealisasi::Diajukan;
}

std::string sentence(const WaitingItem& item, domain::PenolakanPutusan reason) {
    switch (reason) {
        case domain::PenolakanPutusan::VersiBerubah:
            if (item.sekarang.nilai != item.nilai_dilihat) {
                return sudah_berubah(baris(item), item.sekarang.nilai);
            }
            if (is_undecided(item.sekarang.status)) return sudah_diisi_ulang(baris(item));
            return sudah_diputus(baris(item), item.sekarang.status);
        case domain::PenolakanPutusan::TidakMenunggu:
            return sudah_diputus(baris(item), item.sekarang.status);
        case domain::PenolakanPutusan::ItemSendiri:
        case domain::PenolakanPutusan::BukanPenilai:
            return bukan_wewenang(baris(item));
        case domain::PenolakanPutusan::AlasanKurang:
            break;
    }
    std::abort();
}

}  // namespace

void Decisions::decide(const Dipilih& one) {
    const WaitingItem& item = *one.item;
    const domain::PermintaanPutusan request{
        .pemutus_id = c_.sender().key.pegawai_id,
        .pemilik_id = item.pemilik_id,
        .penilai_id = item.penilai_kini,
        .versi_dilihat = item.versi_dilihat,
        .putusan = one.keputusan == Keputusan::Setujui ? domain::Putusan::Setujui
                                                       : domain::Putusan::Kembalikan,
        .alasan = one.alasan,
    };
    auto decided = domain::putuskan_realisasi(item.sekarang, request, c_.turn().now);
    if (decided) {
        done_.push_back({one, std::move(decided).value()});
    } else if (decided.error() == domain::PenolakanPutusan::AlasanKurang) {
        need_reason_.push_back(&item);
    } else {
        refused_.push_back(sentence(item, decided.error()));
    }
}

void Decisions::conclude() {
    HasilPutusan result{"", {}, {}, refused_};
    std::string isi, kwitansi;
    for (const Done& one : done_) {
        const bool yes = one.chosen.keputusan == Keputusan::Setujui;
        const BarisPutusan row = baris(*one.chosen.item);
        (yes ? result.disetujui : result.dikembalikan).push_back(row);
        isi += (isi.empty() ? "" : "\n") +
               fmt::format("{}: {}", yes ? "Disetujui" : "Dikembalikan", tulis_baris(row));
    }
    if (!done_.empty()) {
        kwitansi = c_.add_receipt("putuskan_realisasi", isi);
        keep(kwitansi);
        tell(kwitansi);
    }
    result.kwitansi = kwitansi;
    Reply reply = hasil_putusan(result);
    if (!need_reason_.empty()) ask_reason(reply);
    c_.reply(std::move(reply));
}

void Decisions::keep(const std::string& kwitansi) {
    const storage::Sender& sender = c_.sender();
    for (const Done& one : done_) {
        const WaitingItem& item = *one.chosen.item;
        const bool yes = one.chosen.keputusan == Keputusan::Setujui;
        c_.effects().versi.push_back({
            .pemilik = {item.instansi_id, item.pemilik_id},
            .realisasi = one.realisasi,
            .alasan = one.chosen.alasan,
            .oleh = sender.key.pegawai_id,
            .kwitansi = kwitansi,
        });
        c_.effects().ledger.push_back({
            .instansi_id = item.instansi_id,
            .pada = c_.turn().now,
            .pelaku_id = sender.key.pegawai_id,
            .tindakan = yes ? "setujui_realisasi" : "kembalikan_realisasi",
            .objek = "realisasi",
            .objek_id = fmt::format("{}/{}", one.realisasi.indikator_id, one.realisasi.periode_id),
            .versi = one.realisasi.versi,
            .kwitansi = kwitansi,
            .sebelum = std::string(domain::kode(item.sekarang.status)),
            .sesudah = std::string(domain::kode(one.realisasi.status)),
        });
    }
}

// One message per pegawai, decision and reason, when the grace time is over.
void Decisions::tell(const std::string& kwitansi) {
    std::map<std::tuple<std::int64_t, Keputusan, std::string>, std::vector<BarisPutusan>> groups;
    for (const Done& one : done_) {
        groups[{one.chosen.item->pemilik_id, one.chosen.keputusan, one.chosen.alasan}].push_back(
            baris(*one.chosen.item)
        );
    }
    const domain::Instant due = waktu_kirim(c_.turn().now + domain::kMasaUrung, c_.sender().zona);
    const std::string oleh = adapters::plain_people_text(c_.sender().nama);
    for (const auto& [whom, rows] : groups) {
        const auto& [pemilik, keputusan, alasan] = whom;
        const auto chat = c_.loaded().chats.find({c_.sender().key.instansi_id, pemilik});
        if (chat == c_.loaded().chats.end()) continue;
        const bool yes = keputusan == Keputusan::Setujui;
        c_.notify(
            chat->second,
            yes ? "realisasi_disetujui" : "realisasi_dikembalikan",
            yes ? realisasi_disetujui(rows, oleh)
                : realisasi_dikembalikan(rows, oleh, adapters::plain_people_text(alasan)),
            due,
            kwitansi
        );
    }
}

void Decisions::ask_reason(Reply& reply) {
    TungguAlasan waiting;
    std::vector<BarisPutusan> rows;
    for (const WaitingItem* item : need_reason_) {
        waiting.objek.push_back({item->digest_id, item->nomor});
        rows.push_back(baris(*item));
    }
    // A realisasi form that is open goes on behind the reason.
    c_.interrupt(waiting);
    const Reply question = minta_alasan(rows);
    if (done_.empty() && refused_.empty()) {
        reply = question;
    } else {
        reply.body += "\n\n" + question.body;
    }
}

}  // namespace bot
