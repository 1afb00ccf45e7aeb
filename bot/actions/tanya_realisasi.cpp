#include <fmt/format.h>

#include "bot/actions/act.hpp"
#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/capaian.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {

// Answers and never writes.
void tanya_realisasi(TurnContext& context, const TanyaRealisasi& command) {
    auto meant = cari_periode(context, command.periode);
    if (auto* refusal = std::get_if<Reply>(&meant)) {
        context.reply(std::move(*refusal));
        return;
    }
    const domain::Periode& periode = *std::get<PeriodeJelas>(meant).periode;
    const domain::Skp* skp = cari_skp(context.kinerja(), periode.tahun);
    if (skp == nullptr) {
        context.reply(skp_tidak_ada(periode.tahun));
        return;
    }
    const auto rhk = cari_semua_rhk(*skp, command.rhk);
    if (rhk.empty() && command.rhk && command.rhk->nomor) {
        context.reply(rhk_tidak_ada(fmt::format("RHK {}", *command.rhk->nomor), *skp));
        return;
    }
    context.reply(jawaban_capaian({periode, rhk, context.kinerja().realisasi}));
}

}  // namespace bot
