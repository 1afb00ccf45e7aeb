#include "domain/kalender/libur.hpp"

#include "domain/kode.hpp"

namespace domain {
namespace {

constexpr TabelKode<JenisLibur, 2> kJenisLibur{
    {{JenisLibur::Libur, "libur"}, {JenisLibur::CutiBersama, "cuti_bersama"}}};

}  // namespace

std::string_view kode(JenisLibur jenis) {
    return kode_di(kJenisLibur, jenis);
}

std::optional<JenisLibur> jenis_libur_dari(std::string_view kode) {
    return dari_kode(kJenisLibur, kode);
}

}  // namespace domain
