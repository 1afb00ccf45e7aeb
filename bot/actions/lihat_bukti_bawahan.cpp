#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "adapters/utf.hpp"
#include "bot/actions/act.hpp"
#include "bot/actions/bukti.hpp"
#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "domain/teks.hpp"

namespace bot {
namespace {

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
        baris_dari(one.bukti, nullptr, c.sender().zona)};
    seen.baris.nama = adapters::plain_people_text(one.bukti.nama);
    return seen;
}

// Who looked at what of whom: a line for every look (RELIABILITY.md section 6, "who looked").
void catat_dilihat(
    TurnContext& c, std::string objek, std::string objek_id, const storage::BuktiBawahan& one
) {
    c.effects().ledger.push_back({
        .instansi_id = c.sender().key.instansi_id,
        .pada = c.turn().now,
        .pelaku_id = c.sender().key.pegawai_id,
        .tindakan = "lihat_bukti",
        .objek = std::move(objek),
        .objek_id = std::move(objek_id),
        .versi = std::nullopt,
        .kwitansi = std::nullopt,
        .sebelum = "",
        .sesudah = fmt::format("milik {}", one.pemilik_id),
    });
}

std::string kunci(const storage::BuktiBawahan& one) {
    return fmt::format("{}/{}/{}", one.bukti.indikator_id, one.bukti.periode_id, one.bukti.nomor);
}

void tampilkan(TurnContext& c, const std::vector<Dilihat>& all, std::optional<int> nomor) {
    const auto picked = std::ranges::find_if(all, [&](const Dilihat& seen) {
        return nomor ? seen.baris.nomor == *nomor : all.size() == 1;
    });
    if (picked != all.end()) {
        catat_dilihat(c, "bukti", kunci(*picked->bukti), *picked->bukti);
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
    std::string keys;
    for (const Dilihat& seen : all) {
        const bool same = !lists.empty() && lists.back().rhk == seen.bukti->rhk &&
                          lists.back().periode == seen.periode &&
                          lists.back().pemilik == seen.pemilik;
        if (!same) lists.push_back({seen.bukti->rhk, seen.periode, seen.pemilik, {}});
        lists.back().baris.push_back(seen.baris);
        keys += (keys.empty() ? "" : " ") + kunci(*seen.bukti);
    }
    catat_dilihat(c, "daftar_bukti", std::move(keys), *all.front().bukti);
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

}  // namespace

void lihat_bukti_bawahan(TurnContext& c, const LihatBukti& wanted) {
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
void lihat_bukti_digest(TurnContext& c, const LihatBukti& wanted) {
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

}  // namespace bot
