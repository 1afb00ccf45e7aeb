#pragma once

#include <span>

#include "bot/conversation/replies/tugas.hpp"

namespace bot {

// `batas_penilaian` (CONVERSATION.md section 6): what is missing, before the Batas.
Reply pengingat_batas(
    const domain::Periode& periode,
    std::span<const TugasTersisa> tugas,
    const domain::KalenderKerja& kalender,
    domain::Tanggal hari_ini
);

}  // namespace bot
