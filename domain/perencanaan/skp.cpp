#include "domain/perencanaan/skp.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "domain/kode.hpp"

namespace domain {
namespace {

constexpr TabelKode<StatusSkp, 3> kStatus{
    {{StatusSkp::Draft, "draft"},
     {StatusSkp::Pengajuan, "pengajuan"},
     {StatusSkp::Persetujuan, "persetujuan"}}};
constexpr TabelKode<Pendekatan, 2> kPendekatan{
    {{Pendekatan::Kuantitatif, "kuantitatif"}, {Pendekatan::Kualitatif, "kualitatif"}}};
constexpr TabelKode<JenisRhk, 2> kJenisRhk{
    {{JenisRhk::Utama, "utama"}, {JenisRhk::Tambahan, "tambahan"}}};
constexpr TabelKode<Aspek, 4> kAspek{
    {{Aspek::Kuantitas, "kuantitas"},
     {Aspek::Kualitas, "kualitas"},
     {Aspek::Waktu, "waktu"},
     {Aspek::Biaya, "biaya"}}};
constexpr TabelKode<Agregasi, 2> kAgregasi{
    {{Agregasi::Jumlah, "jumlah"}, {Agregasi::Terakhir, "terakhir"}}};

// Units of a level, not of an amount: the values of two periods cannot be added.
constexpr std::array<std::string_view, 5> kSatuanTaraf{"%", "persen", "nilai", "indeks", "skor"};

}  // namespace

std::string_view kode(StatusSkp status) {
    return kode_di(kStatus, status);
}

std::string_view kode(Pendekatan pendekatan) {
    return kode_di(kPendekatan, pendekatan);
}

std::string_view kode(JenisRhk jenis) {
    return kode_di(kJenisRhk, jenis);
}

std::string_view kode(Aspek aspek) {
    return kode_di(kAspek, aspek);
}

std::optional<StatusSkp> status_skp_dari(std::string_view kode) {
    return dari_kode(kStatus, kode);
}

std::optional<Pendekatan> pendekatan_dari(std::string_view kode) {
    return dari_kode(kPendekatan, kode);
}

std::optional<JenisRhk> jenis_rhk_dari(std::string_view kode) {
    return dari_kode(kJenisRhk, kode);
}

std::optional<Aspek> aspek_dari(std::string_view kode) {
    return dari_kode(kAspek, kode);
}

std::string_view nama(StatusSkp status) {
    switch (status) {
        case StatusSkp::Draft:
            return "Draft";
        case StatusSkp::Pengajuan:
            return "Pengajuan";
        case StatusSkp::Persetujuan:
            return "Persetujuan";
    }
    std::abort();
}

std::string_view nama(Aspek aspek) {
    switch (aspek) {
        case Aspek::Kuantitas:
            return "Kuantitas";
        case Aspek::Kualitas:
            return "Kualitas";
        case Aspek::Waktu:
            return "Waktu";
        case Aspek::Biaya:
            return "Biaya";
    }
    std::abort();
}

std::string_view kode(Agregasi agregasi) {
    return kode_di(kAgregasi, agregasi);
}

std::optional<Agregasi> agregasi_dari(std::string_view kode) {
    return dari_kode(kAgregasi, kode);
}

Agregasi agregasi_bawaan(Aspek aspek, std::string_view satuan) {
    const bool taraf =
        std::any_of(kSatuanTaraf.begin(), kSatuanTaraf.end(), [&](std::string_view s) {
            return sama_tanpa_huruf_besar(s, satuan);
        });
    return aspek == Aspek::Kualitas || taraf ? Agregasi::Terakhir : Agregasi::Jumlah;
}

}  // namespace domain
