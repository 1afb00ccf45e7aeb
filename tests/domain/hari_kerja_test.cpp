#include "domain/kalender/hari_kerja.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/domain/hari.hpp"
#include "tests/support/libur_nasional.hpp"

namespace domain {
namespace {

using std::chrono::days;

const KalenderKerja& lima_hari() {
    static const KalenderKerja calendar(PolaKerja::LimaHari, support::libur_nasional());
    return calendar;
}

const KalenderKerja& enam_hari() {
    static const KalenderKerja calendar(PolaKerja::EnamHari, support::libur_nasional());
    return calendar;
}

struct Year {
    int tahun;
    int hari_kerja;
    std::array<int, 12> per_bulan;
};

class WorkingDaysOfAYear : public testing::TestWithParam<Year> {};

TEST_P(WorkingDaysOfAYear, AreThoseOfTheTable) {
    const auto& wanted = GetParam();

    EXPECT_EQ(
        lima_hari().sisa(tanggal(wanted.tahun - 1, 12, 31), tanggal(wanted.tahun, 12, 31)),
        wanted.hari_kerja
    );
    for (unsigned bulan = 1; bulan <= 12; ++bulan) {
        const auto first = tanggal(wanted.tahun, bulan, 1);
        const auto next =
            bulan == 12 ? tanggal(wanted.tahun + 1, 1, 1) : tanggal(wanted.tahun, bulan + 1, 1);
        EXPECT_EQ(lima_hari().sisa(first - days{1}, next - days{1}), wanted.per_bulan[bulan - 1])
            << wanted.tahun << "-" << bulan;
    }
}

INSTANTIATE_TEST_SUITE_P(
    HariKerja,
    WorkingDaysOfAYear,
    testing::Values(
        Year{2025, 237, {19, 20, 19, 16, 17, 18, 23, 20, 21, 23, 20, 21}},
        Year{2026, 240, {20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21}},
        Year{2027, 242, {19, 19, 15, 22, 16, 21, 22, 21, 22, 21, 22, 22}}
    ),
    [](const auto& test) { return std::to_string(test.param.tahun); }
);

struct Addition {
    std::string name;
    PolaKerja pola;
    std::string dari;
    int n;
    std::string hasil;
};

class Tambah : public testing::TestWithParam<Addition> {};

TEST_P(Tambah, GivesTheNthWorkingDayAfter) {
    const auto& test = GetParam();
    const auto& calendar = test.pola == PolaKerja::LimaHari ? lima_hari() : enam_hari();

    EXPECT_EQ(iso(calendar.tambah(hari(test.dari), test.n)), test.hasil);
}

INSTANTIATE_TEST_SUITE_P(
    HariKerja,
    Tambah,
    testing::Values(
        Addition{"OverLebaranFiveDays", PolaKerja::LimaHari, "2026-03-13", 14, "2026-04-10"},
        Addition{"OverLebaranSixDays", PolaKerja::EnamHari, "2026-03-13", 14, "2026-04-07"},
        Addition{"OverNewYearFiveDays", PolaKerja::LimaHari, "2026-12-18", 14, "2027-01-13"},
        Addition{"OverNewYearSixDays", PolaKerja::EnamHari, "2026-12-18", 14, "2027-01-08"},
        Addition{"OverNewYear2025", PolaKerja::LimaHari, "2025-12-19", 14, "2026-01-13"},
        Addition{"OverLebaran2027", PolaKerja::LimaHari, "2027-03-05", 14, "2027-04-06"},
        Addition{"FromASaturday", PolaKerja::LimaHari, "2026-01-03", 1, "2026-01-05"},
        Addition{"NothingToAddOnADayOff", PolaKerja::LimaHari, "2026-01-03", 0, "2026-01-03"},
        Addition{"NothingToAddOnAWorkingDay", PolaKerja::LimaHari, "2026-01-05", 0, "2026-01-05"}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(HariKerja, CountsDownToABatasOnADayOff) {
    const auto batas = hari("2026-05-15");

    EXPECT_FALSE(lima_hari().kerja(batas));
    EXPECT_EQ(lima_hari().sisa(hari("2026-04-24"), batas), 12);
    EXPECT_EQ(iso(lima_hari().sebelum(batas, 10)), "2026-04-28");
    EXPECT_EQ(iso(lima_hari().sebelum(batas, 5)), "2026-05-06");
    EXPECT_EQ(iso(lima_hari().sebelum(batas, 2)), "2026-05-11");
    EXPECT_EQ(iso(lima_hari().sebelum(batas, 0)), "2026-05-13");
}

TEST(HariKerja, HasNothingLeftOnTheLastDayAndAfter) {
    const auto batas = hari("2026-08-14");

    EXPECT_EQ(lima_hari().sisa(batas, batas), 0);
    EXPECT_EQ(lima_hari().sisa(batas + days{3}, batas), 0);
    EXPECT_EQ(lima_hari().sisa(batas - days{1}, batas), 1);
    EXPECT_EQ(lima_hari().sebelum(batas, 0), batas);
}

TEST(HariKerja, CountsTheAgeWithoutTheFirstDay) {
    EXPECT_EQ(lima_hari().umur(hari("2026-04-09"), hari("2026-04-09")), 0);
    EXPECT_EQ(lima_hari().umur(hari("2026-04-09"), hari("2026-04-13")), 2);
}

TEST(HariKerja, WorksOnASubstituteDayWhateverItIs) {
    const auto sunday = hari("2026-04-12");
    const auto holiday = hari("2026-05-14");

    const KalenderKerja calendar(
        PolaKerja::LimaHari, support::libur_nasional(), {holiday, sunday, sunday}
    );

    EXPECT_TRUE(calendar.kerja(sunday));
    EXPECT_TRUE(calendar.kerja(holiday));
    EXPECT_EQ(calendar.sisa(hari("2026-04-10"), hari("2026-04-13")), 2);
    EXPECT_EQ(calendar.tambah(hari("2026-04-10"), 1), sunday);
    EXPECT_EQ(calendar.sebelum(hari("2026-05-15"), 0), holiday);
}

TEST(HariKerja, KnowsWhichYearsHaveATable) {
    EXPECT_FALSE(lima_hari().sementara(hari("2027-12-31")));
    EXPECT_TRUE(lima_hari().sementara(hari("2028-01-01")));
    EXPECT_TRUE(lima_hari().sementara(hari("2024-12-31")));
    EXPECT_TRUE(KalenderKerja(PolaKerja::LimaHari, {}).sementara(hari("2026-01-01")));
}

TEST(HariKerja, KnowsTheTableOfAYearWhoseDaysOffAllFallOnWeekends) {
    const KalenderKerja calendar(PolaKerja::LimaHari, {hari("2030-06-01")});

    EXPECT_FALSE(calendar.sementara(hari("2030-12-31")));
}

TEST(HariKerja, ReckonsAYearWithoutTableWithWeekendsOnly) {
    EXPECT_EQ(lima_hari().tambah(hari("2027-12-31"), 1), hari("2028-01-03"));
    EXPECT_EQ(lima_hari().sisa(hari("2027-12-31"), hari("2028-12-31")), 260);
}

}  // namespace
}  // namespace domain
