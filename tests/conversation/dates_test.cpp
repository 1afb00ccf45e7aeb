#include "bot/conversation/language/dates.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace bot {
namespace {

using domain::Tanggal;
using std::chrono::days;

rc::Gen<Tanggal> any_day() {
    // 2000-01-01 to 2099-12-31, the years that people write in four digits.
    return rc::gen::map(rc::gen::inRange(0, 36'525), [](int day) {
        return domain::tanggal(2000, 1, 1) + days{day};
    });
}

RC_GTEST_PROP(Dates, AreReadBackAsTheyAreEchoed, ()) {
    const Tanggal today = *any_day();
    const Tanggal first = *any_day();
    const Tanggal last =
        std::min(first + days{*rc::gen::inRange(0, 400)}, domain::tanggal(2099, 12, 31));
    const DateSpan span{first, last};

    const auto reading = parse_dates(tulis(span), today);

    RC_ASSERT(reading.has_value());
    RC_ASSERT(*reading == span);
}

RC_GTEST_PROP(Dates, AreReadBackInEveryWrittenForm, ()) {
    const Tanggal today = *any_day();
    const Tanggal day = *any_day();
    const std::chrono::year_month_day date{day};
    const auto number = std::to_string(static_cast<unsigned>(date.day()));
    const auto month = std::to_string(static_cast<unsigned>(date.month()));
    const auto year = std::to_string(static_cast<int>(date.year()));

    for (const std::string& text :
         {domain::tulis_tanggal(day),
          domain::tulis_tanggal_pendek(day),
          domain::iso(day),
          number + "/" + month + "/" + year,
          number + "-" + month + "-" + year,
          number + "." + month + "." + year}) {
        const auto reading = parse_dates(text, today);

        RC_ASSERT(reading.has_value());
        RC_ASSERT(*reading == (DateSpan{day, day}));
    }
}

RC_GTEST_PROP(Dates, SpansAreReadBackAsTheRuleWritesThem, ()) {
    const Tanggal first = *any_day();
    const Tanggal last =
        std::min(first + days{*rc::gen::inRange(1, 400)}, domain::tanggal(2099, 12, 31));
    RC_PRE(first < last);

    const auto reading = parse_dates(domain::tulis_rentang(first, last), first);

    RC_ASSERT(reading.has_value());
    RC_ASSERT(*reading == (DateSpan{first, last}));
}

RC_GTEST_PROP(Dates, NeverEndBeforeTheyBegin, (std::string text)) {
    const Sentence sentence(text);
    for (std::size_t at = 0; at < sentence.tokens().size(); ++at) {
        const auto dates = read_dates(sentence.tokens(), at, domain::tanggal(2026, 3, 30));
        if (!dates) continue;
        RC_ASSERT(dates->count >= 1U);
        RC_ASSERT(at + dates->count <= sentence.tokens().size());
        if (dates->span) RC_ASSERT(dates->span->awal <= dates->span->akhir);
    }
}

struct Refused {
    std::string_view text;
    DateError error;
};

TEST(Dates, AreRefusedIfImpossible) {
    for (const Refused& written :
         {Refused{"31 februari", DateError::Impossible},
          Refused{"12/31/2026", DateError::Impossible},
          Refused{"29 februari 2027", DateError::Impossible},
          Refused{"tgl 32", DateError::Impossible},
          Refused{"2026-13-01", DateError::Impossible},
          Refused{"7-3 april", DateError::Reversed},
          Refused{"s.d. kemarin", DateError::Reversed},
          Refused{"Selasa, 30 Maret 2026", DateError::WeekdayMismatch},
          Refused{"rapat", DateError::NoDate},
          Refused{"", DateError::NoDate}}) {
        const auto reading = parse_dates(written.text, domain::tanggal(2026, 3, 30));

        ASSERT_FALSE(reading) << written.text;
        EXPECT_EQ(reading.error(), written.error) << written.text;
    }
}

struct Turn {
    Tanggal today;
    std::string_view text;
    std::string_view echo;
};

TEST(Dates, KnowTheTurnOfMonthAndYear) {
    const Tanggal christmas = domain::tanggal(2026, 12, 25);
    const Tanggal new_year = domain::tanggal(2027, 1, 1);
    for (const Turn& turn :
         {Turn{christmas, "5 januari", "Selasa, 5 Januari 2027"},
          Turn{christmas, "minggu depan", "Senin, 28 Desember 2026 s.d. Minggu, 3 Januari 2027"},
          Turn{christmas, "28 des - 3 jan", "Senin, 28 Desember 2026 s.d. Minggu, 3 Januari 2027"},
          Turn{christmas, "bulan depan", "Jumat, 1 Januari 2027 s.d. Minggu, 31 Januari 2027"},
          Turn{new_year, "kemarin", "Kamis, 31 Desember 2026"},
          Turn{new_year, "bulan lalu", "Selasa, 1 Desember 2026 s.d. Kamis, 31 Desember 2026"},
          Turn{domain::tanggal(2028, 1, 31), "sebulan lagi", "Selasa, 29 Februari 2028"}}) {
        const auto reading = parse_dates(turn.text, turn.today);

        ASSERT_TRUE(reading) << turn.text;
        EXPECT_EQ(tulis(*reading), turn.echo) << turn.text;
    }
}

}  // namespace
}  // namespace bot
