#include "bot/conversation/language/numbers.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>

namespace bot {
namespace {

using domain::Kuantitas;

std::optional<NumberReading> read(std::string_view text) {
    const Sentence sentence(text);
    const auto number = read_number(sentence, sentence.tokens(), 0);
    // A reading that leaves something out is none of the whole text.
    if (!number || number->count != sentence.tokens().size()) return std::nullopt;
    return number;
}

// Indonesian number words, written without the reader's help.
std::string words(std::int64_t n) {
    static constexpr std::string_view kOnes[] = {
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas"};
    const auto rest = [](std::int64_t value) {
        std::string text;
        if (value == 0) return text;
        text += ' ';
        return text += words(value);
    };
    if (n < 12) return std::string(kOnes[n]);
    if (n < 20) return words(n - 10) + " belas";
    if (n < 100) return words(n / 10) + " puluh" + rest(n % 10);
    if (n < 200) return "seratus" + rest(n - 100);
    if (n < 1'000) return words(n / 100) + " ratus" + rest(n % 100);
    if (n < 2'000) return "seribu" + rest(n - 1'000);
    if (n < 1'000'000) return words(n / 1'000) + " ribu" + rest(n % 1'000);
    if (n < 1'000'000'000) return words(n / 1'000'000) + " juta" + rest(n % 1'000'000);
    return words(n / 1'000'000'000) + " miliar" + rest(n % 1'000'000'000);
}

RC_GTEST_PROP(Numbers, AreReadBackAsTheyArePrinted, ()) {
    const auto scaled = *rc::gen::inRange<std::int64_t>(0, Kuantitas::kMaxScaled + 1);
    const auto shift = *rc::gen::element<std::int64_t>(1, 100, 10'000, 1'000'000, 100'000'000);
    const Kuantitas quantity = *Kuantitas::from_scaled(scaled / shift);

    const auto reading = read(quantity.text());

    RC_ASSERT(reading.has_value());
    // Three decimals behind one to three digits may also be thousands ("1,125"): asked back, with
    // the printed meaning first.
    const Kuantitas understood = reading->ganda ? reading->ganda->pertama : *reading->nilai;
    RC_ASSERT(understood == quantity);
}

RC_GTEST_PROP(Numbers, AreReadInWords, ()) {
    const auto digits = *rc::gen::inRange(1, 13);
    std::int64_t limit = 1;
    for (int i = 0; i < digits; ++i) limit *= 10;
    const auto number = *rc::gen::inRange<std::int64_t>(0, limit);

    const auto reading = read(words(number));

    RC_ASSERT(reading.has_value());
    RC_ASSERT(reading->nilai == Kuantitas::from_scaled(number * Kuantitas::kScale));
}

RC_GTEST_PROP(Numbers, NeverComeOutOfRange, (std::string text)) {
    const Sentence sentence(text);
    for (std::size_t at = 0; at < sentence.tokens().size(); ++at) {
        const auto number = read_number(sentence, sentence.tokens(), at);
        if (!number) continue;
        RC_ASSERT(number->count >= 1U);
        RC_ASSERT(at + number->count <= sentence.tokens().size());
        RC_ASSERT(!(number->nilai && number->ganda));
    }
}

struct Ambiguous {
    std::string_view text;
    std::string_view first;
    std::string_view second;
};

TEST(Numbers, AskBackWhatHasTwoReadings) {
    for (const Ambiguous& written :
         {Ambiguous{"1.25", "1.25", "125"},
          Ambiguous{"1,250", "1.25", "1250"},
          Ambiguous{"12.5", "12.5", "125"},
          Ambiguous{"1.2500", "1.25", "12500"},
          Ambiguous{"1.5 juta", "1500000", "15000000"}}) {
        const auto reading = read(written.text);

        ASSERT_TRUE(reading && reading->ganda) << written.text;
        EXPECT_FALSE(reading->nilai);
        EXPECT_EQ(reading->ganda->pertama.decimal(), written.first);
        EXPECT_EQ(reading->ganda->kedua.decimal(), written.second);
    }
}

TEST(Numbers, AreUnusableIfMalformedOrOutOfRange) {
    for (const std::string_view text :
         {"1.25.000",
          "1,2,3",
          "9999999999999",
          "3,14159",
          "1/3",
          "5/2",
          "1/0",
          "sembilan ribu miliar",
          "sepertiga"}) {
        const Sentence sentence(text);
        const auto number = read_number(sentence, sentence.tokens(), 0);

        ASSERT_TRUE(number) << text;
        EXPECT_FALSE(number->nilai) << text;
        EXPECT_FALSE(number->ganda) << text;
    }
}

}  // namespace
}  // namespace bot
