#include "domain/perencanaan/isi_skp.hpp"

#include <algorithm>

namespace domain {

const Rhk* cari_rhk(const Skp& skp, int nomor) {
    const auto found = std::ranges::find(skp.rhk, nomor, &Rhk::nomor);
    return found == skp.rhk.end() ? nullptr : &*found;
}

}  // namespace domain
