#include "bot/conversation/replies/putusan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/utf.hpp"
#include "bot/actions/act.hpp"
#include "bot/actions/daftar_putusan.hpp"
#include "bot/baris_putusan.hpp"
#include "bot/notices/waktu_kirim.hpp"

namespace bot {
namespace {

using storage::WaitingItem;

struct Dipilih {
    const WaitingItem* item = nullptr;
    Keputusan keputusan = Keputusan::Setujui;
    std::string alasan;
};

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

class Decisions {
public:
    explicit Decisions(TurnContext& context) : c_(context) {}

    void decide(const Dipilih& one) {
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

    void conclude() {
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

private:
    struct Done {
        Dipilih chosen;
        domain::Realisasi realisasi;
    };

    static std::string sentence(const WaitingItem& item, domain::PenolakanPutusan reason) {
        switch (reason) {
            case domain::PenolakanPutusan::VersiBerubah:
                if (item.sekarang.nilai != item.nilai_dilihat) {
                    return sudah_berubah(baris(item), item.sekarang.nilai);
                }
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

    void keep(const std::string& kwitansi) {
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
                .objek_id =
                    fmt::format("{}/{}", one.realisasi.indikator_id, one.realisasi.periode_id),
                .versi = one.realisasi.versi,
                .kwitansi = kwitansi,
                .sebelum = std::string(domain::kode(item.sekarang.status)),
                .sesudah = std::string(domain::kode(one.realisasi.status)),
            });
        }
    }

    // One message per pegawai, decision and reason, when the grace time is over.
    void tell(const std::string& kwitansi) {
        std::map<std::tuple<std::int64_t, Keputusan, std::string>, std::vector<BarisPutusan>>
            groups;
        for (const Done& one : done_) {
            groups[{one.chosen.item->pemilik_id, one.chosen.keputusan, one.chosen.alasan}]
                .push_back(baris(*one.chosen.item));
        }
        const domain::Instant due =
            waktu_kirim(c_.turn().now + domain::kMasaUrung, c_.sender().zona);
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

    void ask_reason(Reply& reply) {
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

    TurnContext& c_;
    std::vector<Done> done_;
    std::vector<const WaitingItem*> need_reason_;
    std::vector<std::string> refused_;
};

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
    for (const WaitingItem& item : context.loaded().waiting) {
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
