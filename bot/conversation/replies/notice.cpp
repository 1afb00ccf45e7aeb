#include "bot/conversation/replies/notice.hpp"

#include <fmt/format.h>

#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/tanggal.hpp"

namespace bot {

Reply pengingat_batas(
    const domain::Periode& periode,
    std::span<const TugasTersisa> tugas,
    const domain::KalenderKerja& kalender,
    domain::Tanggal hari_ini
) {
    Reply reply = sisa_tugas(periode, tugas, kalender, hari_ini);
    reply.title = fmt::format("Pengingat: realisasi {} belum lengkap", tulis_periode(periode));
    reply.parameters = {std::to_string(tugas.size()), domain::tulis_tanggal(periode.batas)};
    reply.buttons = {{"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}};
    return reply;
}

}  // namespace bot
