#include "domain/organisasi/jabatan.hpp"

#include "domain/kode.hpp"

namespace domain {
namespace {

constexpr TabelKode<JenisJabatan, 5> kJenisJabatan{
    {{JenisJabatan::Jpt, "jpt"},
     {JenisJabatan::Administrator, "administrator"},
     {JenisJabatan::Pengawas, "pengawas"},
     {JenisJabatan::Pelaksana, "pelaksana"},
     {JenisJabatan::Fungsional, "fungsional"}}};
constexpr TabelKode<Jenjang, 8> kJenjang{
    {{Jenjang::Pemula, "pemula"},
     {Jenjang::Terampil, "terampil"},
     {Jenjang::Mahir, "mahir"},
     {Jenjang::Penyelia, "penyelia"},
     {Jenjang::AhliPertama, "ahli_pertama"},
     {Jenjang::AhliMuda, "ahli_muda"},
     {Jenjang::AhliMadya, "ahli_madya"},
     {Jenjang::AhliUtama, "ahli_utama"}}};
constexpr TabelKode<JenisPegawai, 2> kJenisPegawai{
    {{JenisPegawai::Pegawai, "pegawai"}, {JenisPegawai::Pimpinan, "pimpinan"}}};

}  // namespace

std::string_view kode(JenisJabatan jenis) {
    return kode_di(kJenisJabatan, jenis);
}

std::string_view kode(Jenjang jenjang) {
    return kode_di(kJenjang, jenjang);
}

std::string_view kode(JenisPegawai jenis) {
    return kode_di(kJenisPegawai, jenis);
}

std::optional<JenisJabatan> jenis_jabatan_dari(std::string_view kode) {
    return dari_kode(kJenisJabatan, kode);
}

std::optional<Jenjang> jenjang_dari(std::string_view kode) {
    return dari_kode(kJenjang, kode);
}

std::optional<JenisPegawai> jenis_pegawai_dari(std::string_view kode) {
    return dari_kode(kJenisPegawai, kode);
}

}  // namespace domain
