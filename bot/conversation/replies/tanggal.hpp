#pragma once

#include <string>

#include "domain/kalender/hari_kerja.hpp"

namespace bot {

// "Jumat, 15 Mei 2026 (12 hari kerja lagi)"; on the last day "(hari ini)", on a day off before it
// or behind the last working day "(tidak ada hari kerja lagi)", behind it "(sudah lewat)"; with
// "sementara" if the year has no table of days off.
std::string tulis_batas(
    const domain::KalenderKerja& kalender, domain::Tanggal batas, domain::Tanggal hari_ini
);

}  // namespace bot
