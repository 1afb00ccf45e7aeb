#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "adapters/utf.hpp"
#include "bot/actions/act.hpp"
#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "domain/teks.hpp"

namespace bot {
namespace {

using domain::BuktiDukung;
using domain::StatusBukti;

BarisBukti baris_satu(const BuktiDukung& bukti, const domain::Rhk* rhk, domain::Zona zona) {
    BarisBukti row{
        .nomor = bukti.nomor,
        .nama = bukti.nama,
        .tautan = bukti.tautan,
        .tipe = bukti.tipe,
        .tanggal = domain::tulis_tanggal(domain::tanggal_di(bukti.pada, zona)),
        .kwitansi = bukti.kwitansi,
        .ukuran = bukti.ukuran,
        .simpan = bukti.simpan,
        .aspek = "",
    };
    if (rhk == nullptr || rhk->indikator.size() < 2) return row;
    for (const domain::Indikator& indikator : rhk->indikator) {
        if (indikator.id == bukti.indikator_id && indikator.aspek) {
            row.aspek = domain::nama(*indikator.aspek);
        }
    }
    return row;
}

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
                : satu_bukti({own.rhk->nomor, periode, "", baris_satu(*one, own.rhk, zona), one->sha256})
        );
        return;
    }
    std::vector<DaftarBukti> lists;
    for (const domain::Rhk& rhk : own.skp->rhk) {
        if (own.rhk != nullptr && own.rhk != &rhk) continue;
        DaftarBukti list{rhk.nomor, periode, "", {}};
        for (const BuktiDukung* one : milik_rhk(c, rhk, *own.periode)) {
            list.baris.push_back(baris_satu(*one, &rhk, zona));
        }
        if (!list.baris.empty()) lists.push_back(std::move(list));
    }
    if (lists.empty()) {
        c.reply(bukti_kosong(own.rhk == nullptr ? 0 : own.rhk->nomor, periode));
        return;
    }
    c.reply(daftar_bukti(lists, fmt::format("tambah bukti rhk {} {}", lists.front().rhk, periode)));
}

// What a superior may see, as it is shown to him: the words are somebody else's.
struct Dilihat {
    const storage::BuktiBawahan* bukti;
    std::string pemilik, periode;
    BarisBukti baris;
};

Dilihat dilihat(const TurnContext& c, const storage::BuktiBawahan& one) {
    Dilihat seen{
        &one,
        adapters::plain_people_text(one.pemilik),
        fmt::format("{} {}", one.periode, one.tahun),
        baris_satu(one.bukti, nullptr, c.sender().zona)};
    seen.baris.nama = adapters::plain_people_text(one.bukti.nama);
    return seen;
}

void tampilkan(TurnContext& c, const std::vector<Dilihat>& all, std::optional<int> nomor) {
    const auto picked = std::ranges::find_if(all, [&](const Dilihat& seen) {
        return nomor ? seen.baris.nomor == *nomor : all.size() == 1;
    });
    if (picked != all.end()) {
        c.reply(satu_bukti(
            {picked->bukti->rhk,
             picked->periode,
             picked->pemilik,
             picked->baris,
             picked->bukti->bukti.sha256}
        ));
        return;
    }
    std::vector<DaftarBukti> lists;
    for (const Dilihat& seen : all) {
        const bool same = !lists.empty() && lists.back().rhk == seen.bukti->rhk &&
                          lists.back().periode == seen.periode &&
                          lists.back().pemilik == seen.pemilik;
        if (!same) lists.push_back({seen.bukti->rhk, seen.periode, seen.pemilik, {}});
        lists.back().baris.push_back(seen.baris);
    }
    c.reply(daftar_bukti(lists, ""));
}

// All words that were said begin a word of the name.
bool disebut(std::string_view nama, std::string_view said) {
    const std::string name = " " + domain::lower_ascii(nama);
    std::string words = domain::lower_ascii(said);
    while (!words.empty()) {
        const std::string word = words.substr(0, words.find(' '));
        words.erase(0, std::min(word.size() + 1, words.size()));
        if (!word.empty() && name.find(" " + word) == std::string::npos) return false;
    }
    return true;
}

void tampilkan_bawahan(TurnContext& c, const LihatBukti& wanted) {
    const storage::PegawaiKey me = c.sender().key;
    std::vector<Dilihat> all;
    std::set<std::string> names;
    const auto meant = wanted.periode ? cari_periode(c, wanted.periode)
                                      : std::variant<PeriodeJelas, Reply>(PeriodeJelas{});
    const auto* periode = std::get_if<PeriodeJelas>(&meant);
    for (const storage::BuktiBawahan& one : c.loaded().bukti_bawahan) {
        if (one.penilai != me || !disebut(one.pemilik, wanted.orang)) continue;
        if (wanted.rhk && wanted.rhk->nomor != one.rhk) continue;
        const bool other_period =
            periode == nullptr ||
            (periode->periode != nullptr && periode->periode->id != one.bukti.periode_id);
        if (other_period) continue;
        all.push_back(dilihat(c, one));
        names.insert(all.back().pemilik);
    }
    if (all.empty()) {
        c.reply(bukti_bawahan_tidak_ada(wanted.orang));
    } else if (names.size() > 1) {
        c.reply(bawahan_mana(std::vector<std::string>(names.begin(), names.end())));
    } else {
        tampilkan(c, all, wanted.rhk ? wanted.nomor : std::nullopt);
    }
}

// "bukti 1" to a digest: what belongs to its item.
void tampilkan_digest(TurnContext& c, const LihatBukti& wanted) {
    const storage::PegawaiKey me = c.sender().key;
    const std::int64_t digest_id = *c.turn().referred->digest_id;
    const int nomor = wanted.nomor.value_or(1);
    std::vector<Dilihat> all;
    for (const storage::WaitingItem& item : c.loaded().digest_items) {
        const bool meant =
            item.digest_id == digest_id && item.penilai_id == me.pegawai_id && item.nomor == nomor;
        if (!meant) continue;
        for (const storage::BuktiBawahan& one : c.loaded().bukti_bawahan) {
            const bool belongs = one.penilai == me &&
                                 one.bukti.indikator_id == item.sekarang.indikator_id &&
                                 one.bukti.periode_id == item.sekarang.periode_id;
            if (belongs) all.push_back(dilihat(c, one));
        }
    }
    if (all.empty()) {
        c.reply(bukti_bawahan_tidak_ada(fmt::format("nomor {}", nomor)));
        return;
    }
    tampilkan(c, all, std::nullopt);
}

}  // namespace

void lihat_bukti(TurnContext& context, const LihatBukti& command) {
    if (!command.orang.empty()) {
        tampilkan_bawahan(context, command);
    } else if (context.turn().referred && context.turn().referred->digest_id && !command.rhk) {
        tampilkan_digest(context, command);
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
        own.rhk->nomor, periode, "", baris_satu(*one, own.rhk, context.sender().zona), ""};
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
