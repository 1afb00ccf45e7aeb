#include "domain/kalender/waktu.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>

#include "tests/domain/hari.hpp"

namespace domain {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

Instant saat(std::string_view rfc3339) {
    return instan_dari_rfc3339(rfc3339).value();
}

Zona any_zone() {
    return *rc::gen::element(Zona::Wib, Zona::Wita, Zona::Wit);
}

// From 1970 on.
Tanggal any_day_to_2098() {
    return Tanggal{days{*rc::gen::inRange(0, 47'000)}};
}

Instant any_instant() {
    return Instant{std::chrono::microseconds{
        *rc::gen::inRange<std::int64_t>(0, std::chrono::microseconds{days{47'000}}.count())}};
}

TEST(Zona, HasOffsetSuffixAndCode) {
    EXPECT_EQ(offset(Zona::Wib), 7h);
    EXPECT_EQ(offset(Zona::Wita), 8h);
    EXPECT_EQ(offset(Zona::Wit), 9h);
    EXPECT_EQ(suffix(Zona::Wita), "WITA");
    EXPECT_EQ(kode(Zona::Wit), "wit");
    EXPECT_EQ(zona_dari("WIB"), Zona::Wib);
    EXPECT_EQ(zona_dari("wita"), Zona::Wita);
    EXPECT_EQ(zona_dari("utc"), std::nullopt);
    EXPECT_EQ(zona_dari(""), std::nullopt);
}

TEST(Waktu, TurnsTheDayAtMidnightOfTheZone) {
    const auto before = saat("2026-05-15T16:59:59.999999Z");
    const auto after = saat("2026-05-15T17:00:00Z");

    EXPECT_EQ(tanggal_di(before, Zona::Wib), hari("2026-05-15"));
    EXPECT_EQ(tanggal_di(after, Zona::Wib), hari("2026-05-16"));
    EXPECT_EQ(tanggal_di(before, Zona::Wita), hari("2026-05-16"));
    EXPECT_EQ(menit_hari(before, Zona::Wib), 23h + 59min);
    EXPECT_EQ(menit_hari(after, Zona::Wib), 0min);
}

TEST(Waktu, EndsADayAtTheLastMicrosecondOfTheZone) {
    const auto end = akhir_hari(hari("2026-05-15"), Zona::Wit);

    EXPECT_EQ(end, saat("2026-05-15T23:59:59.999999+09:00"));
    EXPECT_EQ(tanggal_di(end, Zona::Wit), hari("2026-05-15"));
    EXPECT_EQ(tanggal_di(end + 1us, Zona::Wit), hari("2026-05-16"));
}

TEST(Waktu, WritesForPeople) {
    const auto jumat = hari("2026-05-15");

    EXPECT_EQ(tulis_tanggal(jumat), "Jumat, 15 Mei 2026");
    EXPECT_EQ(tulis_tanggal_pendek(jumat), "15 Mei 2026");
    EXPECT_EQ(
        tulis_rentang(hari("2026-01-01"), hari("2026-12-31")), "1 Januari s.d. 31 Desember 2026"
    );
    EXPECT_EQ(
        tulis_rentang(hari("2026-12-01"), hari("2027-02-14")),
        "1 Desember 2026 s.d. 14 Februari 2027"
    );
    EXPECT_EQ(tulis_rentang(jumat, jumat), "15 Mei 2026");
    EXPECT_EQ(tulis_jam(saat("2026-05-15T14:30:00+07:00"), Zona::Wib), "14.30 WIB");
    EXPECT_EQ(tulis_jam(saat("2026-05-15T00:05:59+08:00"), Zona::Wita), "00.05 WITA");
    EXPECT_EQ(
        tulis_waktu(saat("2026-05-15T14:30:00+07:00"), Zona::Wib),
        "Jumat, 15 Mei 2026 pukul 14.30 WIB"
    );
    EXPECT_EQ(
        tulis_waktu(saat("2026-05-15T23:30:00+07:00"), Zona::Wit),
        "Sabtu, 16 Mei 2026 pukul 01.30 WIT"
    );
}

TEST(Waktu, NamesDaysAndMonths) {
    const auto senin = hari("2026-03-30");
    std::string week;
    for (int i = 0; i < 7; ++i) week += std::string(nama_hari(senin + days{i})) + " ";
    std::string year;
    for (unsigned i = 1; i <= 12; ++i) year += std::string(nama_bulan(i)) + " ";

    EXPECT_EQ(week, "Senin Selasa Rabu Kamis Jumat Sabtu Minggu ");
    EXPECT_EQ(
        year,
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember "
    );
}

using Text = std::pair<std::string, std::string>;

class BadDate : public testing::TestWithParam<Text> {};

TEST_P(BadDate, IsNotRead) {
    EXPECT_EQ(tanggal_dari_iso(GetParam().second), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Waktu,
    BadDate,
    testing::Values(
        Text{"Empty", ""},
        Text{"NoLeapYear", "2026-02-29"},
        Text{"CenturyIsNoLeapYear", "2100-02-29"},
        Text{"April31", "2026-04-31"},
        Text{"Month0", "2026-00-10"},
        Text{"Month13", "2026-13-01"},
        Text{"Day0", "2026-01-00"},
        Text{"Year0", "0000-01-01"},
        Text{"OneDigit", "2026-1-01"},
        Text{"DayFirst", "15-05-2026"},
        Text{"Slashes", "2026/05/15"},
        Text{"BlankBehind", "2026-05-15 "},
        Text{"BlankBefore", " 2026-05-15"},
        Text{"TwoDigitYear", "26-05-15"},
        Text{"TimeBehind", "2026-05-15T00:00:00Z"},
        Text{"Sign", "+026-05-15"}
    ),
    [](const auto& test) { return test.param.first; }
);

TEST(Waktu, ReadsALeapDay) {
    EXPECT_EQ(hari("2028-02-29"), tanggal(2028, 2, 29));
    EXPECT_EQ(hari("2000-02-29") + days{1}, tanggal(2000, 3, 1));
}

class GoodTime : public testing::TestWithParam<Text> {};

TEST_P(GoodTime, IsTheSameInstant) {
    EXPECT_EQ(instan_dari_rfc3339(GetParam().second), instan(hari("2026-03-30"), 8h, Zona::Wib));
}

INSTANTIATE_TEST_SUITE_P(
    Waktu,
    GoodTime,
    testing::Values(
        Text{"Wib", "2026-03-30T08:00:00+07:00"},
        Text{"Wita", "2026-03-30T09:00:00+08:00"},
        Text{"Utc", "2026-03-30T01:00:00Z"},
        Text{"LowerCase", "2026-03-30t01:00:00z"},
        Text{"DayBefore", "2026-03-29T21:30:00-03:30"},
        Text{"Fraction", "2026-03-30T01:00:00.0Z"},
        Text{"BelowMicroseconds", "2026-03-30T01:00:00.000000999Z"}
    ),
    [](const auto& test) { return test.param.first; }
);

class BadTime : public testing::TestWithParam<Text> {};

TEST_P(BadTime, IsNotRead) {
    EXPECT_EQ(instan_dari_rfc3339(GetParam().second), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Waktu,
    BadTime,
    testing::Values(
        Text{"Empty", ""},
        Text{"DateOnly", "2026-03-30"},
        Text{"NoSeconds", "2026-03-30T08:00+07:00"},
        Text{"NoOffset", "2026-03-30T08:00:00"},
        Text{"ShortOffset", "2026-03-30T08:00:00+07"},
        Text{"OffsetWithoutColon", "2026-03-30T08:00:00+0700"},
        Text{"BlankForT", "2026-03-30 08:00:00+07:00"},
        Text{"Hour24", "2026-03-30T24:00:00Z"},
        Text{"Minute60", "2026-03-30T08:60:00Z"},
        Text{"LeapSecond", "2026-12-31T23:59:60Z"},
        Text{"EmptyFraction", "2026-03-30T08:00:00.Z"},
        Text{"TextBehind", "2026-03-30T08:00:00Zx"},
        Text{"NoSuchDate", "2026-02-29T08:00:00Z"},
        Text{"OffsetHour24", "2026-03-30T08:00:00+24:00"}
    ),
    [](const auto& test) { return test.param.first; }
);

TEST(Waktu, WritesRfc3339WithTheOffsetOfTheZone) {
    const auto at = saat("2026-03-30T08:00:00+07:00");

    EXPECT_EQ(rfc3339(at, Zona::Wib), "2026-03-30T08:00:00+07:00");
    EXPECT_EQ(rfc3339(at, Zona::Wit), "2026-03-30T10:00:00+09:00");
    EXPECT_EQ(rfc3339(at + 1us, Zona::Wib), "2026-03-30T08:00:00.000001+07:00");
}

RC_GTEST_PROP(WaktuLaws, IsoIsReadBackAsTheSameDay, ()) {
    const auto day = any_day_to_2098();

    RC_ASSERT(tanggal_dari_iso(iso(day)) == day);
}

RC_GTEST_PROP(WaktuLaws, Rfc3339IsReadBackAsTheSameInstant, ()) {
    const auto instant = any_instant();

    RC_ASSERT(instan_dari_rfc3339(rfc3339(instant, any_zone())) == instant);
}

RC_GTEST_PROP(WaktuLaws, ADayOfAZoneHoldsExactlyItsInstants, ()) {
    const auto day = any_day_to_2098();
    const auto zone = any_zone();

    RC_ASSERT(tanggal_di(instan(day, 0us, zone), zone) == day);
    RC_ASSERT(tanggal_di(instan(day, -1us, zone), zone) == day - days{1});
    RC_ASSERT(tanggal_di(akhir_hari(day, zone), zone) == day);
    RC_ASSERT(akhir_hari(day, zone) + 1us == instan(day + days{1}, 0us, zone));
}

RC_GTEST_PROP(WaktuLaws, DayAndMinuteMakeTheInstantToTheMinute, ()) {
    const auto instant = any_instant();
    const auto zone = any_zone();

    const auto rest = instant - instan(tanggal_di(instant, zone), menit_hari(instant, zone), zone);

    RC_ASSERT(rest >= 0us);
    RC_ASSERT(rest < 1min);
}

RC_GTEST_PROP(WaktuLaws, ReadersTakeAnyTextWithoutHarm, (const std::string& text)) {
    const auto day = tanggal_dari_iso(text);
    if (day) RC_ASSERT(iso(*day) == text);
    const auto instant = instan_dari_rfc3339(text);
    if (instant) RC_ASSERT(instan_dari_rfc3339(rfc3339(*instant, Zona::Wib)) == instant);
}

}  // namespace
}  // namespace domain
