#include "domain/kuantitas.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace domain {
namespace {

std::int64_t any_scaled() {
    return *rc::gen::inRange<std::int64_t>(0, Kuantitas::kMaxScaled + 1);
}

Kuantitas scaled(std::int64_t ten_thousandths) {
    return Kuantitas::from_scaled(ten_thousandths).value();
}

struct Reading {
    std::string name;
    std::string text;
    std::int64_t scaled;
    std::string decimal;
    std::string shown;
};

class KuantitasReading : public testing::TestWithParam<Reading> {};

TEST_P(KuantitasReading, IsReadAndWritten) {
    const auto& wanted = GetParam();

    const auto read = Kuantitas::from_decimal(wanted.text);

    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->scaled(), wanted.scaled);
    EXPECT_EQ(read->decimal(), wanted.decimal);
    EXPECT_EQ(read->text(), wanted.shown);
}

INSTANTIATE_TEST_SUITE_P(
    Kuantitas,
    KuantitasReading,
    testing::Values(
        Reading{"Zero", "0", 0, "0", "0"},
        Reading{"Whole", "3", 30'000, "3", "3"},
        Reading{"OneDecimal", "12.5", 125'000, "12.5", "12,5"},
        Reading{"AsPostgresPrintsIt", "12.5000", 125'000, "12.5", "12,5"},
        Reading{"ZeroWithScale", "0.0000", 0, "0", "0"},
        Reading{"MoreZerosThanScale", "1.500000", 15'000, "1.5", "1,5"},
        Reading{"SmallestStep", "0.0001", 1, "0.0001", "0,0001"},
        Reading{"NoDotBelowThousand", "999", 9'990'000, "999", "999"},
        Reading{"Thousands", "1250", 12'500'000, "1250", "1.250"},
        Reading{"ThousandsAndDecimals", "1234.5", 12'345'000, "1234.5", "1.234,5"},
        Reading{"Millions", "1250000", 12'500'000'000, "1250000", "1.250.000"},
        Reading{
            "Largest",
            "999999999999.9999",
            Kuantitas::kMaxScaled,
            "999999999999.9999",
            "999.999.999.999,9999"}
    ),
    [](const auto& test) { return test.param.name; }
);

using Refusal = std::pair<std::string, std::string>;

class KuantitasRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(KuantitasRefusal, IsNotAQuantity) {
    EXPECT_FALSE(Kuantitas::from_decimal(GetParam().second).has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Kuantitas,
    KuantitasRefusal,
    testing::Values(
        Refusal{"Empty", ""},
        Refusal{"Minus", "-1"},
        Refusal{"Plus", "+1"},
        Refusal{"DecimalComma", "12,5"},
        Refusal{"NoWholePart", ".5"},
        Refusal{"NoDecimals", "5."},
        Refusal{"OnlyDot", "."},
        Refusal{"TwoDots", "1.2.3"},
        Refusal{"LeadingZero", "007"},
        Refusal{"FiveDecimals", "1.00001"},
        Refusal{"ThirteenDigits", "1000000000000"},
        Refusal{"Blank", " 1"},
        Refusal{"BlankBehind", "1 "},
        Refusal{"Exponent", "1e3"},
        Refusal{"NotANumber", "NaN"},
        Refusal{"Word", "tiga"}
    ),
    [](const auto& test) { return test.param.first; }
);

TEST(Kuantitas, HasBoundsForScaledNumbers) {
    EXPECT_FALSE(Kuantitas::from_scaled(-1).has_value());
    EXPECT_FALSE(Kuantitas::from_scaled(Kuantitas::kMaxScaled + 1).has_value());
    EXPECT_EQ(scaled(0), Kuantitas{});
}

TEST(Kuantitas, RefusesASumAboveTheLargest) {
    EXPECT_FALSE(scaled(Kuantitas::kMaxScaled).plus(scaled(1)).has_value());
    EXPECT_EQ(scaled(Kuantitas::kMaxScaled - 1).plus(scaled(1)), scaled(Kuantitas::kMaxScaled));
}

RC_GTEST_PROP(KuantitasLaws, DecimalIsReadBackAsTheSame, ()) {
    const auto quantity = scaled(any_scaled());

    RC_ASSERT(Kuantitas::from_decimal(quantity.decimal()) == quantity);
}

RC_GTEST_PROP(KuantitasLaws, TextIsTheDecimalWithOtherSigns, ()) {
    const auto quantity = scaled(any_scaled());

    std::string back;
    for (const char c : quantity.text()) {
        if (c != '.') back += c == ',' ? '.' : c;
    }

    RC_ASSERT(back == quantity.decimal());
}

RC_GTEST_PROP(KuantitasLaws, SumIsThatOfTheScaledNumbers, ()) {
    const auto a = any_scaled();
    const auto b = any_scaled();

    const auto sum = scaled(a).plus(scaled(b));

    RC_ASSERT(sum == Kuantitas::from_scaled(a + b));
    RC_ASSERT(sum == scaled(b).plus(scaled(a)));
    RC_ASSERT(scaled(a).plus(Kuantitas{}) == scaled(a));
}

RC_GTEST_PROP(KuantitasLaws, OrderIsThatOfTheScaledNumbers, ()) {
    const auto a = any_scaled();
    const auto b = any_scaled();

    RC_ASSERT((scaled(a) < scaled(b)) == (a < b));
}

RC_GTEST_PROP(KuantitasLaws, ReadsNothingOrWhatItWrites, (const std::string& text)) {
    const auto read = Kuantitas::from_decimal(text);

    if (read) RC_ASSERT(Kuantitas::from_decimal(read->decimal()) == read);
}

}  // namespace
}  // namespace domain
