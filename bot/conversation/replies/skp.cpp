#include <fmt/format.h>

#include "bot/conversation/replies/capaian.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/umum.hpp"

namespace bot {
namespace {

void tulis_indikator(
    std::string& body,
    const domain::Indikator& indikator,
    std::span<const domain::Realisasi> realisasi
) {
    body += fmt::format(
        "\n   {}: {}",
        indikator.aspek ? domain::nama(*indikator.aspek) : "Indikator",
        indikator.teks
    );
    if (!indikator.target) return;
    const auto reached = capaian(indikator, realisasi);
    body += fmt::format(
        "\n   {} dari {}",
        reached ? reached->text() : "0",
        tulis_nilai(*indikator.target, indikator.satuan)
    );
}

}  // namespace

Reply skp(const domain::Skp& skp, std::span<const domain::Realisasi> realisasi, bool detail) {
    Reply reply;
    reply.title = fmt::format(
        "SKP {} · {} · {}",
        skp.tahun,
        skp.pendekatan == domain::Pendekatan::Kuantitatif ? "Kuantitatif" : "Kualitatif",
        domain::nama(skp.status)
    );
    for (const domain::Rhk& rhk : skp.rhk) {
        if (!reply.body.empty()) reply.body += '\n';
        reply.body += fmt::format("{}. {}", rhk.nomor, rhk.teks);
        if (detail && rhk.jenis == domain::JenisRhk::Tambahan) reply.body += " (tambahan)";
        for (const domain::Indikator& indikator : rhk.indikator) {
            tulis_indikator(reply.body, indikator, realisasi);
        }
    }
    if (skp.rhk.empty()) reply.body = "Belum ada RHK.";
    if (skp.status == domain::StatusSkp::Persetujuan && !skp.rhk.empty()) {
        reply.body += fmt::format("\nContoh: realisasi rhk {} 3", skp.rhk.front().nomor);
    }
    reply.buttons = {{"Sisa tugas", "sisa tugas"}, {"Jadwal", "jadwal"}, {"Menu", "menu"}};
    return reply;
}

}  // namespace bot
