#pragma once

#include <string>

#include "domain/kalender/waktu.hpp"

namespace bot {

// {jam_kirim = 07.30-17.00} of the person's zone (DOMAIN.md section 14).
inline constexpr std::chrono::minutes kJamKirimAwal{7 * 60 + 30};
inline constexpr std::chrono::minutes kJamKirimAkhir{17 * 60};

// The first moment not before `earliest` at which a notice may be sent to somebody in the zone.
domain::Instant waktu_kirim(domain::Instant earliest, domain::Zona zona);

bool boleh_kirim(domain::Instant instant, domain::Zona zona);

// "2026-04-27 pagi" or "… siang": at most one digest per half-day and person.
std::string paruh_hari(domain::Instant instant, domain::Zona zona);

}  // namespace bot
