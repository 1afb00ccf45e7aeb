#pragma once

#include <string_view>

#include "domain/kalender/waktu.hpp"

namespace domain {

// The day that a test names; an impossible one ends the test.
inline Tanggal hari(std::string_view iso) {
    return tanggal_dari_iso(iso).value();
}

}  // namespace domain
