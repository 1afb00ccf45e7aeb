#include "domain/organisasi/nip.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <string>

namespace domain {
namespace {

const Tanggal kToday = tanggal(2026, 3, 30);

struct Good {
    std::string name;
    std::string text;
    std::string digits;
    std::optional<JenisAsn> jenis;
};

class GoodNip : public testing::TestWithParam<Good> {};

TEST_P(GoodNip, IsRead) {
    const auto nip = Nip::read(GetParam().text, kToday);

    ASSERT_TRUE(nip.has_value());
    EXPECT_EQ(nip->digits(), GetParam().digits);
    EXPECT_EQ(nip->jenis(), GetParam().jenis);
}

INSTANTIATE_TEST_SUITE_P(
    Nip,
    GoodNip,
    testing::Values(
        Good{"Pns", "19900101 201501 1 999", "199001012015011999", JenisAsn::Pns},
        Good{"DotsAndDashes", "19900101.201501-1-999", "199001012015011999", JenisAsn::Pns},
        Good{"Pppk", "199001012024211999", "199001012024211999", JenisAsn::Pppk},
        Good{"PppkLastCode", "199001012024991999", "199001012024991999", JenisAsn::Pppk},
        Good{"PnsInDecember", "199001012015122001", "199001012015122001", JenisAsn::Pns},
        Good{"KindAsked", "199001012015151999", "199001012015151999", std::nullopt},
        Good{"KindAskedFor00", "199001012015001999", "199001012015001999", std::nullopt},
        Good{"KindAskedFor13", "199001012015131999", "199001012015131999", std::nullopt},
        Good{"KindAskedFor20", "199001012015201999", "199001012015201999", std::nullopt},
        Good{"BornOnALeapDay", "199202292015011999", "199202292015011999", JenisAsn::Pns},
        Good{"AppointedThisYear", "199001012026031999", "199001012026031999", JenisAsn::Pns},
        Good{"FirstYear", "193001011950011999", "193001011950011999", JenisAsn::Pns}
    ),
    [](const auto& test) { return test.param.name; }
);

struct Bad {
    std::string name;
    std::string text;
    NipError error;
};

class BadNip : public testing::TestWithParam<Bad> {};

TEST_P(BadNip, IsRefusedWithItsReason) {
    const auto nip = Nip::read(GetParam().text, kToday);

    ASSERT_FALSE(nip.has_value());
    EXPECT_EQ(nip.error(), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Nip,
    BadNip,
    testing::Values(
        Bad{"Empty", "", NipError::Length},
        Bad{"SeventeenDigits", "19900101201501199", NipError::Length},
        Bad{"NineteenDigits", "1990010120150119990", NipError::Length},
        Bad{"Letter", "19900101201501199O", NipError::Length},
        Bad{"NoSuchDate", "199002302015011999", NipError::BirthDate},
        Bad{"NoLeapYear", "199102292015011999", NipError::BirthDate},
        Bad{"BornTomorrow", "202603312026031999", NipError::BirthDate},
        Bad{"Before1950", "192001011949011999", NipError::AppointmentYear},
        Bad{"NextYear", "199001012027011999", NipError::AppointmentYear},
        Bad{"YearOfBirth", "199001011990011999", NipError::AppointmentYear},
        Bad{"Sex3", "199001012015013999", NipError::Sex},
        Bad{"Sex0", "199001012015010999", NipError::Sex},
        Bad{"Serial000", "199001012015011000", NipError::Serial}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(Nip, ShowsOthersTheLastThreeDigits) {
    const auto nip = Nip::read("199001012015011999", kToday);

    EXPECT_EQ(nip->masked(), "•••••••••••••••999");
}

RC_GTEST_PROP(NipLaws, AnyTextIsAnswered, (const std::string& text)) {
    const auto nip = Nip::read(text, kToday);

    if (nip) RC_ASSERT(nip->digits().size() == 18U);
}

RC_GTEST_PROP(NipLaws, WhatIsReadIsReadAgain, ()) {
    const auto text =
        *rc::gen::container<std::string>(18, rc::gen::inRange('0', static_cast<char>('9' + 1)));

    const auto nip = Nip::read(text, kToday);

    if (nip) RC_ASSERT(*Nip::read(nip->digits(), kToday) == *nip);
}

}  // namespace
}  // namespace domain
