#include "domain/perencanaan/skp.hpp"

#include <gtest/gtest.h>

#include <string>

namespace domain {
namespace {

TEST(Skp, CodesAreReadBackInAnyCase) {
    for (const auto s : {StatusSkp::Draft, StatusSkp::Pengajuan, StatusSkp::Persetujuan}) {
        EXPECT_EQ(status_skp_dari(kode(s)), s);
        EXPECT_EQ(status_skp_dari(nama(s)), s);
    }
    for (const auto p : {Pendekatan::Kuantitatif, Pendekatan::Kualitatif}) {
        EXPECT_EQ(pendekatan_dari(kode(p)), p);
    }
    for (const auto j : {JenisRhk::Utama, JenisRhk::Tambahan}) {
        EXPECT_EQ(jenis_rhk_dari(kode(j)), j);
    }
    for (const auto a : {Aspek::Kuantitas, Aspek::Kualitas, Aspek::Waktu, Aspek::Biaya}) {
        EXPECT_EQ(aspek_dari(kode(a)), a);
        EXPECT_EQ(aspek_dari(nama(a)), a);
    }
    for (const auto a : {Agregasi::Jumlah, Agregasi::Terakhir}) {
        EXPECT_EQ(agregasi_dari(kode(a)), a);
    }
}

TEST(Skp, UnknownCodesAreNothing) {
    EXPECT_EQ(status_skp_dari("setuju"), std::nullopt);
    EXPECT_EQ(pendekatan_dari(""), std::nullopt);
    EXPECT_EQ(jenis_rhk_dari("utama "), std::nullopt);
    EXPECT_EQ(aspek_dari("mutu"), std::nullopt);
    EXPECT_EQ(agregasi_dari("rata-rata"), std::nullopt);
}

struct Default {
    std::string name;
    Aspek aspek;
    std::string satuan;
    Agregasi agregasi;
};

class AgregasiBawaan : public testing::TestWithParam<Default> {};

TEST_P(AgregasiBawaan, FollowsAspekAndSatuan) {
    EXPECT_EQ(agregasi_bawaan(GetParam().aspek, GetParam().satuan), GetParam().agregasi);
}

INSTANTIATE_TEST_SUITE_P(
    Skp,
    AgregasiBawaan,
    testing::Values(
        Default{"Kuantitas", Aspek::Kuantitas, "laporan", Agregasi::Jumlah},
        Default{"KuantitasInPercent", Aspek::Kuantitas, "%", Agregasi::Terakhir},
        Default{"Kualitas", Aspek::Kualitas, "laporan", Agregasi::Terakhir},
        Default{"Waktu", Aspek::Waktu, "bulan", Agregasi::Jumlah},
        Default{"WaktuIndeks", Aspek::Waktu, "Indeks", Agregasi::Terakhir},
        Default{"Biaya", Aspek::Biaya, "rupiah", Agregasi::Jumlah},
        Default{"BiayaSkor", Aspek::Biaya, "SKOR", Agregasi::Terakhir},
        Default{"Nilai", Aspek::Kuantitas, "nilai", Agregasi::Terakhir}
    ),
    [](const auto& test) { return test.param.name; }
);

}  // namespace
}  // namespace domain
