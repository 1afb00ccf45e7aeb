#include "bot/notices/waktu_kirim.hpp"

namespace bot {

domain::Instant waktu_kirim(domain::Instant earliest, domain::Zona zona) {
    const auto day = domain::tanggal_di(earliest, zona);
    const auto time = domain::menit_hari(earliest, zona);
    if (time < kJamKirimAwal) return domain::instan(day, kJamKirimAwal, zona);
    if (time < kJamKirimAkhir) return earliest;
    return domain::instan(day + std::chrono::days{1}, kJamKirimAwal, zona);
}

bool boleh_kirim(domain::Instant instant, domain::Zona zona) {
    return waktu_kirim(instant, zona) == instant;
}

std::string paruh_hari(domain::Instant instant, domain::Zona zona) {
    const bool pagi = domain::menit_hari(instant, zona) < std::chrono::hours{12};
    return domain::iso(domain::tanggal_di(instant, zona)) + (pagi ? " pagi" : " siang");
}

}  // namespace bot
