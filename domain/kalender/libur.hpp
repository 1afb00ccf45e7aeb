#pragma once

#include <optional>
#include <string_view>

namespace domain {

// Why a day is off (DOMAIN.md section 2).
enum class JenisLibur { Libur, CutiBersama };

std::string_view kode(JenisLibur jenis);                       // "libur", "cuti_bersama"
std::optional<JenisLibur> jenis_libur_dari(std::string_view);  // any case; nothing if unknown

}  // namespace domain
