#include "bot/actions/cari.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "bot/conversation/replies/realisasi.hpp"
#include "domain/teks.hpp"

namespace bot {
namespace {

// As PeriodeAcuan counts: triwulan 1..4, month 1..12, final 0.
int nomor_dalam_tahun(const domain::Periode& periode) {
    const std::chrono::year_month_day begin{periode.awal};
    const auto month = static_cast<int>(static_cast<unsigned>(begin.month()));
    switch (periode.jenis) {
        case domain::JenisPeriode::Final:
            return 0;
        case domain::JenisPeriode::Triwulan:
            return (month - 1) / 3 + 1;
        case domain::JenisPeriode::Bulanan:
            return month;
    }
    std::abort();
}

bool matches(const domain::Periode& periode, const PeriodeAcuan& acuan) {
    if (periode.jenis != acuan.jenis) return false;
    if (acuan.tahun && periode.tahun != *acuan.tahun) return false;
    return periode.jenis == domain::JenisPeriode::Final ||
           nomor_dalam_tahun(periode) == acuan.nomor;
}

// A name without year means the open one of that name, else that of this year.
const domain::Periode* named_period(
    const std::vector<domain::Periode>& all, const PeriodeAcuan& acuan, domain::Tanggal hari
) {
    const domain::Periode* this_year = nullptr;
    for (const domain::Periode& periode : all) {
        if (!matches(periode, acuan)) continue;
        if (acuan.tahun || domain::terbuka(periode, hari)) return &periode;
        if (periode.tahun == domain::tahun_dari(hari)) this_year = &periode;
    }
    return this_year;
}

// All words of what was said stand in the text of the RHK.
bool says(const domain::Rhk& rhk, std::string_view words) {
    const std::string text = domain::lower_ascii(rhk.teks);
    while (!words.empty()) {
        const auto end = words.find(' ');
        const auto word = words.substr(0, end);
        if (text.find(domain::lower_ascii(word)) == std::string::npos) return false;
        words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
    return true;
}

std::vector<const domain::Rhk*> that_say(const domain::Skp& skp, std::string_view words) {
    std::vector<const domain::Rhk*> found;
    for (const domain::Rhk& rhk : skp.rhk) {
        if (says(rhk, words)) found.push_back(&rhk);
    }
    return found;
}

std::variant<const domain::Rhk*, Tanya, Reply> find_rhk(
    const domain::Skp& skp, const std::optional<RhkAcuan>& acuan
) {
    if (skp.rhk.empty()) return rhk_tidak_ada("RHK", skp);
    if (!acuan) {
        if (skp.rhk.size() == 1) return &skp.rhk.front();
        return Tanya{Ditanya::Rhk, tanya_rhk(that_say(skp, ""))};
    }
    if (acuan->nomor) {
        const domain::Rhk* rhk = domain::cari_rhk(skp, *acuan->nomor);
        if (rhk != nullptr) return rhk;
        return Tanya{Ditanya::Rhk, rhk_tidak_ada(fmt::format("RHK {}", *acuan->nomor), skp)};
    }
    const auto found = that_say(skp, acuan->teks);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) return Tanya{Ditanya::Rhk, tanya_rhk(found)};
    return Tanya{Ditanya::Rhk, rhk_tidak_dikenal(acuan->teks, that_say(skp, ""))};
}

bool same_unit(std::string_view left, std::string_view right) {
    return left.empty() || right.empty() || domain::lower_ascii(left) == domain::lower_ascii(right);
}

std::variant<const domain::Indikator*, Tanya, Reply> find_indikator(
    const domain::Rhk& rhk, const IsiRealisasi& item
) {
    std::vector<const domain::Indikator*> fitting;
    for (const domain::Indikator& indikator : rhk.indikator) {
        if (!item.aspek || indikator.aspek == item.aspek) fitting.push_back(&indikator);
    }
    if (fitting.empty() && item.aspek) {
        return Tanya{Ditanya::Aspek, aspek_tidak_ada(rhk, *item.aspek)};
    }
    std::erase_if(fitting, [&](const domain::Indikator* indikator) {
        return !same_unit(indikator->satuan, item.satuan);
    });
    if (fitting.empty()) return satuan_lain(rhk, item.satuan);
    if (fitting.size() > 1) return Tanya{Ditanya::Aspek, tanya_aspek(rhk)};
    return fitting.front();
}

}  // namespace

std::variant<PeriodeJelas, Reply> cari_periode(
    const TurnContext& context, const std::optional<PeriodeAcuan>& acuan
) {
    const auto& all = context.acuan().periode;
    const domain::Tanggal hari = context.hari_tulis();
    if (acuan) {
        const domain::Periode* named = named_period(all, *acuan, hari);
        if (named == nullptr) return periode_tidak_ada();
        return PeriodeJelas{named, nullptr};
    }
    const auto meant = domain::periode_realisasi(all, hari);
    if (meant.dipilih == nullptr) return tidak_ada_periode_terbuka();
    return PeriodeJelas{meant.dipilih, meant.lain};
}

PeriodeAcuan acuan_dari(const domain::Periode& periode) {
    return {periode.jenis, nomor_dalam_tahun(periode), periode.tahun};
}

const domain::Skp* cari_skp(const storage::Kinerja& kinerja, int tahun) {
    const domain::Skp* found = nullptr;
    for (const domain::Skp& skp : kinerja.skp) {
        if (skp.tahun != tahun) continue;
        if (found == nullptr || skp.status == domain::StatusSkp::Persetujuan) found = &skp;
    }
    return found;
}

std::vector<const domain::Rhk*> cari_semua_rhk(
    const domain::Skp& skp, const std::optional<RhkAcuan>& acuan
) {
    if (!acuan || !acuan->nomor) return that_say(skp, acuan ? acuan->teks : "");
    const domain::Rhk* rhk = domain::cari_rhk(skp, *acuan->nomor);
    if (rhk == nullptr) return {};
    return {rhk};
}

std::variant<ButirJelas, Tanya, Reply> cari_sasaran(
    const TurnContext& context, const IsiRealisasi& item, Sasaran sasaran
) {
    ButirJelas clear;
    auto periode = cari_periode(context, item.periode);
    if (auto* refusal = std::get_if<Reply>(&periode)) return std::move(*refusal);
    clear.periode = std::get<PeriodeJelas>(periode);

    clear.skp = cari_skp(context.kinerja(), clear.periode.periode->tahun);
    if (clear.skp == nullptr) return skp_tidak_ada(clear.periode.periode->tahun);
    if (clear.skp->status != domain::StatusSkp::Persetujuan) {
        return skp_belum_disetujui(*clear.skp);
    }
    const bool no_values = clear.skp->pendekatan == domain::Pendekatan::Kualitatif;
    if (no_values && sasaran == Sasaran::Realisasi) return belum_kualitatif();

    auto rhk = find_rhk(*clear.skp, item.rhk);
    if (auto* question = std::get_if<Tanya>(&rhk)) return std::move(*question);
    if (auto* refusal = std::get_if<Reply>(&rhk)) return std::move(*refusal);
    clear.rhk = std::get<const domain::Rhk*>(rhk);

    auto indikator = find_indikator(*clear.rhk, item);
    if (auto* question = std::get_if<Tanya>(&indikator)) return std::move(*question);
    if (auto* refusal = std::get_if<Reply>(&indikator)) return std::move(*refusal);
    clear.indikator = std::get<const domain::Indikator*>(indikator);
    return clear;
}

std::variant<ButirJelas, Tanya, Reply> cari_butir(
    const TurnContext& context, const IsiRealisasi& item
) {
    auto found = cari_sasaran(context, item, Sasaran::Realisasi);
    if (!std::holds_alternative<ButirJelas>(found)) return found;
    ButirJelas clear = std::get<ButirJelas>(std::move(found));
    if (item.ganda && !item.nilai) {
        return Tanya{Ditanya::Nilai, tanya_nilai_ganda(*item.ganda, clear.rhk->nomor)};
    }
    if (!item.nilai) return Tanya{Ditanya::Nilai, tanya_nilai(*clear.rhk, *clear.indikator)};
    clear.isian = {item.cara, *item.nilai, item.sumber, item.keterangan};
    return clear;
}

const domain::Realisasi* cari_realisasi(
    const storage::Kinerja& kinerja, std::int64_t indikator_id, std::int64_t periode_id
) {
    const auto found = std::ranges::find_if(kinerja.realisasi, [&](const auto& realisasi) {
        return realisasi.indikator_id == indikator_id && realisasi.periode_id == periode_id;
    });
    return found == kinerja.realisasi.end() ? nullptr : &*found;
}

}  // namespace bot
