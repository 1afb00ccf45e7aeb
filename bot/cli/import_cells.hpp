#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bot/cli/import_table.hpp"
#include "domain/kalender/hari_kerja.hpp"
#include "domain/organisasi/nip.hpp"

namespace bot {

// Lengths in code points: DOMAIN.md sections 3 and 4.
inline constexpr std::size_t kMostCode = 64;
inline constexpr std::size_t kMostName = 200;
inline constexpr std::size_t kMostPersonName = 120;
inline constexpr std::size_t kMostJabatan = 150;
inline constexpr std::size_t kMostGolongan = 5;
inline constexpr std::size_t kMostPeriode = 60;
inline constexpr std::size_t kMostRhk = 500;
inline constexpr std::size_t kMostSatuan = 40;
inline constexpr int kFirstYear = 2000;
inline constexpr int kLastYear = 2100;
inline constexpr int kMostRhkNumber = 1000;

// Cells with a form of their own. Each complains of a cell that is wrong, as RowReader does.

// Nothing if the cell holds no NIP.
std::optional<domain::Nip> read_nip(RowReader& row, std::string_view column, domain::Tanggal today);

// The 18 digits of somebody who is looked up: only their number is checked. Empty if wrong.
std::string read_nip_digits(RowReader& row, std::string_view column);

// E.164 ("+6281255500001"), or empty.
std::string read_phone(RowReader& row, std::string_view column);

domain::PolaKerja read_pola(RowReader& row, std::string_view column);  // "5" or "6"
bool read_yes_or_no(RowReader& row, std::string_view column);          // "ya" or "tidak"

}  // namespace bot
