#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

// A point in time, UTC, to the microsecond (what PostgreSQL keeps).
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

// A day of the calendar, without zone. Arithmetic in whole days: `tanggal + std::chrono::days{1}`.
using Tanggal = std::chrono::local_days;

// The three zones of Indonesia; no daylight saving (DOMAIN.md section 2).
enum class Zona { Wib, Wita, Wit };

std::chrono::hours offset(Zona zona);                  // 7, 8, 9
std::string_view suffix(Zona zona);                    // "WIB", "WITA", "WIT"
std::string_view kode(Zona zona);                      // "wib", "wita", "wit": CSV and database
std::optional<Zona> zona_dari(std::string_view kode);  // any case; nothing if unknown

// The day that it is in the zone at that instant.
Tanggal tanggal_di(Instant instant, Zona zona);

// Time since midnight in the zone.
std::chrono::minutes menit_hari(Instant instant, Zona zona);

// The instant of a day and a time since its midnight in a zone.
Instant instan(Tanggal tanggal, std::chrono::microseconds since_midnight, Zona zona);

// 23:59:59.999999 of the day in the zone: the last instant of a deadline.
Instant akhir_hari(Tanggal tanggal, Zona zona);

Tanggal tanggal(int tahun, unsigned bulan, unsigned hari);  // asserts that the date exists
int tahun_dari(Tanggal tanggal);

// "2026-05-15". Reading: only this form and only dates that exist.
std::string iso(Tanggal tanggal);
std::optional<Tanggal> tanggal_dari_iso(std::string_view text);

// RFC 3339 with offset or Z, seconds required, fraction allowed: "2026-03-30T08:00:00+07:00".
std::optional<Instant> instan_dari_rfc3339(std::string_view text);
std::string rfc3339(Instant instant, Zona zona);

// For people: "Jumat, 15 Mei 2026" · "15 Mei 2026" · "1 Januari s.d. 31 Desember 2026" (the year
// once if it is the same) · "14.30 WIB" · "Jumat, 15 Mei 2026 pukul 14.30 WIB".
std::string_view nama_hari(Tanggal tanggal);
std::string_view nama_bulan(unsigned bulan);  // 1..12
std::string tulis_tanggal(Tanggal tanggal);
std::string tulis_tanggal_pendek(Tanggal tanggal);
std::string tulis_rentang(Tanggal awal, Tanggal akhir);
std::string tulis_jam(Instant instant, Zona zona);
std::string tulis_waktu(Instant instant, Zona zona);

}  // namespace domain
