#include "domain/kalender/periode.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/domain/hari.hpp"

namespace domain {
namespace {

Periode periode(
    std::string nama, JenisPeriode jenis, std::string_view awal, std::string_view akhir
) {
    const auto end = hari(akhir);
    return {
        .id = 0,
        .tahun = tahun_dari(end),
        .nama = std::move(nama),
        .jenis = jenis,
        .awal = hari(awal),
        .akhir = end,
        .batas = batas_bawaan(jenis, end)};
}

const std::vector<Periode>& tahun_2026() {
    static const std::vector<Periode> periods{
        periode("Final", JenisPeriode::Final, "2026-01-01", "2026-12-31"),
        periode("Triwulan I", JenisPeriode::Triwulan, "2026-01-01", "2026-03-31"),
        periode("Triwulan II", JenisPeriode::Triwulan, "2026-04-01", "2026-06-30"),
        periode("Triwulan III", JenisPeriode::Triwulan, "2026-07-01", "2026-09-30"),
        periode("Triwulan IV", JenisPeriode::Triwulan, "2026-10-01", "2026-12-31"),
    };
    return periods;
}

std::string nama(const Periode* periode) {
    return periode == nullptr ? "-" : periode->nama;
}

struct Deadline {
    std::string name;
    JenisPeriode jenis;
    std::string akhir;
    std::string batas;
};

class BatasBawaan : public testing::TestWithParam<Deadline> {};

TEST_P(BatasBawaan, IsThatOfTheTable) {
    EXPECT_EQ(iso(batas_bawaan(GetParam().jenis, hari(GetParam().akhir))), GetParam().batas);
}

INSTANTIATE_TEST_SUITE_P(
    Periode,
    BatasBawaan,
    testing::Values(
        Deadline{"TriwulanI", JenisPeriode::Triwulan, "2026-03-31", "2026-05-15"},
        Deadline{"TriwulanII", JenisPeriode::Triwulan, "2026-06-30", "2026-08-14"},
        Deadline{"TriwulanIII", JenisPeriode::Triwulan, "2026-09-30", "2026-11-14"},
        Deadline{"TriwulanIV", JenisPeriode::Triwulan, "2026-12-31", "2027-02-14"},
        Deadline{"TriwulanIOfALeapYear", JenisPeriode::Triwulan, "2028-03-31", "2028-05-15"},
        Deadline{"Final", JenisPeriode::Final, "2026-12-31", "2027-05-07"},
        Deadline{"Januari", JenisPeriode::Bulanan, "2026-01-31", "2026-02-10"},
        Deadline{"FebruariOfALeapYear", JenisPeriode::Bulanan, "2028-02-29", "2028-03-10"},
        Deadline{"Desember", JenisPeriode::Bulanan, "2026-12-31", "2027-01-10"}
    ),
    [](const auto& test) { return test.param.name; }
);

struct Choice {
    std::string name;
    std::string hari_ini;
    std::string dipilih;
    std::string lain;
};

class PeriodeRealisasi : public testing::TestWithParam<Choice> {};

TEST_P(PeriodeRealisasi, IsTheOneThatIsMeant) {
    const auto meant = periode_realisasi(tahun_2026(), hari(GetParam().hari_ini));

    EXPECT_EQ(nama(meant.dipilih), GetParam().dipilih);
    EXPECT_EQ(nama(meant.lain), GetParam().lain);
}

INSTANTIATE_TEST_SUITE_P(
    Periode,
    PeriodeRealisasi,
    testing::Values(
        Choice{"NothingHasBegun", "2025-12-31", "-", "-"},
        Choice{"FirstDay", "2026-01-01", "Triwulan I", "-"},
        Choice{"NoneHasEnded", "2026-03-30", "Triwulan I", "-"},
        Choice{"LastDayIsNotEnded", "2026-03-31", "Triwulan I", "-"},
        Choice{"EndedAndOpenComesFirst", "2026-04-01", "Triwulan I", "Triwulan II"},
        Choice{"LastDayOfTheBatas", "2026-05-15", "Triwulan I", "Triwulan II"},
        Choice{"BatasIsPast", "2026-05-16", "Triwulan II", "-"},
        Choice{"AfterTheYear", "2027-01-02", "Triwulan IV", "-"},
        Choice{"FinalIsNeverMeant", "2027-02-15", "-", "-"}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(Periode, TakesTheLaterOfTwoEndedOnes) {
    auto periods = tahun_2026();
    periods[1].batas = hari("2026-07-31");

    const auto meant = periode_realisasi(periods, hari("2026-07-10"));

    EXPECT_EQ(nama(meant.dipilih), "Triwulan II");
    EXPECT_EQ(nama(meant.lain), "Triwulan I");
}

TEST(Periode, TakesTheOneThatClosesSoonerOfTwoThatEndTogether) {
    auto periods = tahun_2026();
    periods.push_back(periode("Maret", JenisPeriode::Bulanan, "2026-03-01", "2026-03-31"));

    const auto meant = periode_realisasi(periods, hari("2026-04-05"));

    EXPECT_EQ(nama(meant.dipilih), "Maret");
    EXPECT_EQ(nama(meant.lain), "Triwulan I");
}

TEST(Periode, IsOpenFromItsFirstDayToItsBatas) {
    const auto& triwulan = tahun_2026()[1];

    EXPECT_FALSE(terbuka(triwulan, hari("2025-12-31")));
    EXPECT_TRUE(terbuka(triwulan, hari("2026-01-01")));
    EXPECT_TRUE(terbuka(triwulan, hari("2026-05-15")));
    EXPECT_FALSE(terbuka(triwulan, hari("2026-05-16")));
}

TEST(Periode, HasCodesReadInAnyCase) {
    for (const auto jenis : {JenisPeriode::Bulanan, JenisPeriode::Triwulan, JenisPeriode::Final}) {
        EXPECT_EQ(jenis_periode_dari(kode(jenis)), jenis);
    }
    EXPECT_EQ(jenis_periode_dari("TRIWULAN"), JenisPeriode::Triwulan);
    EXPECT_EQ(jenis_periode_dari("semester"), std::nullopt);
}

}  // namespace
}  // namespace domain
