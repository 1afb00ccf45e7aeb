#include "bot/conversation/replies/capaian.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bot/conversation/replies/realisasi.hpp"

namespace bot {
namespace {

std::string nama_indikator(const domain::Rhk& rhk, const domain::Indikator& indikator) {
    std::string text = fmt::format("RHK {}", rhk.nomor);
    if (indikator.aspek) text += fmt::format(" {}", domain::nama(*indikator.aspek));
    return text;
}

std::string tahunan(
    const domain::Indikator& indikator, std::span<const domain::Realisasi> realisasi
) {
    const auto reached = capaian(indikator, realisasi);
    std::string text = fmt::format(" · Tahun: {}", reached ? reached->text() : "0");
    if (indikator.target) {
        text += fmt::format(" dari {}", tulis_nilai(*indikator.target, indikator.satuan));
    }
    return text;
}

std::string baris(
    const domain::Rhk& rhk, const domain::Indikator& indikator, const PertanyaanCapaian& asked
) {
    const auto filled = std::ranges::find_if(asked.realisasi, [&](const auto& satu) {
        return satu.indikator_id == indikator.id && satu.periode_id == asked.periode.id &&
               domain::terisi(satu);
    });
    std::string text = nama_indikator(rhk, indikator);
    if (filled == asked.realisasi.end()) {
        text += ": belum diisi";
    } else {
        text += fmt::format(
            ": {} ({})", tulis_nilai(filled->nilai, indikator.satuan), domain::nama(filled->status)
        );
    }
    return text + tahunan(indikator, asked.realisasi);
}

}  // namespace

// What the indikator reached over the year, by its aggregation; nothing if no period is filled.
std::optional<domain::Kuantitas> capaian(
    const domain::Indikator& indikator, std::span<const domain::Realisasi> realisasi
) {
    std::optional<domain::Kuantitas> total;
    for (const domain::Realisasi& satu : realisasi) {
        if (satu.indikator_id != indikator.id || !domain::terisi(satu)) continue;
        if (total && indikator.agregasi == domain::Agregasi::Jumlah) {
            total = total->plus(satu.nilai);
        } else {
            total = satu.nilai;
        }
    }
    return total;
}

Reply jawaban_capaian(const PertanyaanCapaian& pertanyaan) {
    Reply reply;
    reply.title = fmt::format("Realisasi {}", tulis_periode(pertanyaan.periode));
    for (const domain::Rhk* rhk : pertanyaan.rhk) {
        for (const domain::Indikator& indikator : rhk->indikator) {
            if (!reply.body.empty()) reply.body += '\n';
            reply.body += baris(*rhk, indikator, pertanyaan);
        }
    }
    if (reply.body.empty()) reply.body = "Belum ada indikator yang dapat diisi.";
    reply.buttons = {{"Sisa tugas", "sisa tugas"}, {"SKP saya", "skp"}, {"Menu", "menu"}};
    return reply;
}

}  // namespace bot
