#include "domain/organisasi/jabatan.hpp"

#include <gtest/gtest.h>

#include "domain/kalender/libur.hpp"

namespace domain {
namespace {

TEST(Jabatan, CodesAreReadBackInAnyCase) {
    for (const auto* kata : {"jpt", "administrator", "pengawas", "pelaksana", "fungsional"}) {
        EXPECT_EQ(kode(jenis_jabatan_dari(kata).value()), kata);
    }
    for (const auto* kata : {
             "pemula",
             "terampil",
             "mahir",
             "penyelia",
             "ahli_pertama",
             "ahli_muda",
             "ahli_madya",
             "ahli_utama",
         }) {
        EXPECT_EQ(kode(jenjang_dari(kata).value()), kata);
    }
    EXPECT_EQ(jenis_pegawai_dari("PIMPINAN"), JenisPegawai::Pimpinan);
    EXPECT_EQ(kode(JenisPegawai::Pegawai), "pegawai");
    EXPECT_EQ(jenjang_dari("Ahli_Pertama"), Jenjang::AhliPertama);
}

TEST(Jabatan, UnknownCodesAreNothing) {
    EXPECT_EQ(jenis_jabatan_dari("struktural"), std::nullopt);
    EXPECT_EQ(jenjang_dari("ahli pertama"), std::nullopt);
    EXPECT_EQ(jenis_pegawai_dari(""), std::nullopt);
}

TEST(Libur, HasCodesReadInAnyCase) {
    EXPECT_EQ(jenis_libur_dari("Libur"), JenisLibur::Libur);
    EXPECT_EQ(jenis_libur_dari(kode(JenisLibur::CutiBersama)), JenisLibur::CutiBersama);
    EXPECT_EQ(jenis_libur_dari("cuti bersama"), std::nullopt);
}

}  // namespace
}  // namespace domain
