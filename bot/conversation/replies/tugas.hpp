#pragma once

#include <span>
#include <string>

#include "bot/conversation/reply.hpp"
#include "domain/kalender/hari_kerja.hpp"
#include "domain/kalender/periode.hpp"

namespace bot {

// What is due when, and what is still missing.

Reply jadwal(
    std::span<const domain::Periode> periode,
    const domain::KalenderKerja& kalender,
    domain::Tanggal hari_ini
);

struct TugasTersisa {
    int rhk = 0;
    std::string teks, aspek;
    bool dikembalikan = false;
};
Reply sisa_tugas(
    const domain::Periode& periode,
    std::span<const TugasTersisa> tugas,
    const domain::KalenderKerja& kalender,
    domain::Tanggal hari_ini
);

}  // namespace bot
