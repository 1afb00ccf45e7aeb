#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "domain/kalender/hari_kerja.hpp"

namespace domain {
namespace {

using std::chrono::days;

constexpr int kTenYears = 3653;
const Tanggal kFirst = tanggal(2024, 1, 1);

// The definitions of DOMAIN.md section 2, read word by word: no counting formula, no search.
struct Naive {
    PolaKerja pola;
    std::vector<Tanggal> libur;
    std::vector<Tanggal> pengganti;

    [[nodiscard]] bool kerja(Tanggal day) const {
        if (has(pengganti, day)) return true;
        const std::chrono::weekday weekday{day};
        if (weekday == std::chrono::Sunday) return false;
        if (weekday == std::chrono::Saturday && pola == PolaKerja::LimaHari) return false;
        return !has(libur, day);
    }

    [[nodiscard]] Tanggal tambah(Tanggal day, int n) const {
        while (n > 0) {
            day += days{1};
            if (kerja(day)) --n;
        }
        return day;
    }

    [[nodiscard]] int sisa(Tanggal t, Tanggal b) const {
        int count = 0;
        for (auto x = t + days{1}; x <= b; x += days{1}) count += kerja(x) ? 1 : 0;
        return count;
    }

    [[nodiscard]] Tanggal sebelum(Tanggal b, int n) const {
        for (auto t = b;; t -= days{1}) {
            if (kerja(t) && sisa(t, b) == n) return t;
        }
    }

    static bool has(const std::vector<Tanggal>& days_off, Tanggal day) {
        return std::find(days_off.begin(), days_off.end(), day) != days_off.end();
    }
};

// Month ends and 29 February are what hand-written calendars get wrong: they come up often.
Tanggal any_day() {
    const Tanggal day = kFirst + days{*rc::gen::inRange(0, kTenYears)};
    const std::chrono::year_month_day date{day};
    switch (*rc::gen::inRange(0, 4)) {
        case 0:
            return Tanggal{date.year() / date.month() / std::chrono::last};
        case 1:
            return Tanggal{date.year() / date.month() / std::chrono::day{1}};
        case 2:
            return Tanggal{date.year() / std::chrono::February / std::chrono::last};
        default:
            return day;
    }
}

std::vector<Tanggal> any_days(int most) {
    return *rc::gen::mapcat(rc::gen::inRange(0, most), [](int count) {
        return rc::gen::container<std::vector<Tanggal>>(
            static_cast<std::size_t>(count), rc::gen::exec(any_day)
        );
    });
}

// Mostly lone days off, sometimes a closed stretch longer than three weeks.
Naive any_calendar() {
    Naive naive{
        *rc::gen::element(PolaKerja::LimaHari, PolaKerja::EnamHari), any_days(80), any_days(8)};
    const auto stretch = *rc::gen::element(0, 0, 0, 12, 30);
    const auto from = any_day();
    for (int i = 0; i < stretch; ++i) naive.libur.push_back(from + days{i});
    return naive;
}

KalenderKerja calendar_of(const Naive& naive) {
    return {naive.pola, naive.libur, naive.pengganti};
}

RC_GTEST_PROP(HariKerjaLaws, EveryDayOfTenYearsIsAsTheReferenceSays, ()) {
    const auto naive = any_calendar();
    const auto calendar = calendar_of(naive);

    int count = 0;
    for (int i = 1; i <= kTenYears; ++i) {
        const auto day = kFirst + days{i};
        RC_ASSERT(calendar.kerja(day) == naive.kerja(day));
        if (naive.kerja(day)) ++count;
        RC_ASSERT(calendar.sisa(kFirst, day) == count);
    }
}

RC_GTEST_PROP(HariKerjaLaws, FunctionsAgreeWithTheReference, ()) {
    const auto naive = any_calendar();
    const auto calendar = calendar_of(naive);
    const auto a = any_day();
    const auto b = a + days{*rc::gen::inRange(-40, 400)};
    const auto n = *rc::gen::inRange(0, 60);

    RC_ASSERT(calendar.sisa(a, b) == naive.sisa(a, b));
    RC_ASSERT(calendar.umur(a, b) == naive.sisa(a, b));
    RC_ASSERT(calendar.tambah(a, n) == naive.tambah(a, n));
    RC_ASSERT(calendar.sebelum(a, n) == naive.sebelum(a, n));
}

RC_GTEST_PROP(HariKerjaLaws, WhatIsAddedIsWhatIsLeft, ()) {
    const auto calendar = calendar_of(any_calendar());
    const auto day = any_day();
    const auto n = *rc::gen::inRange(1, 300);

    const auto end = calendar.tambah(day, n);

    RC_ASSERT(end > day);
    RC_ASSERT(calendar.kerja(end));
    RC_ASSERT(calendar.sisa(day, end) == n);
    RC_ASSERT(calendar.sisa(day, end - days{1}) == n - 1);
}

RC_GTEST_PROP(HariKerjaLaws, AdditionsFollowOneAnother, ()) {
    const auto calendar = calendar_of(any_calendar());
    const auto day = any_day();
    const auto m = *rc::gen::inRange(0, 100);
    const auto n = *rc::gen::inRange(0, 100);

    RC_ASSERT(calendar.tambah(calendar.tambah(day, m), n) == calendar.tambah(day, m + n));
}

RC_GTEST_PROP(HariKerjaLaws, TheDayBeforeABatasHasThatManyLeft, ()) {
    const auto calendar = calendar_of(any_calendar());
    const auto batas = any_day();
    const auto n = *rc::gen::inRange(0, 100);

    const auto day = calendar.sebelum(batas, n);

    RC_ASSERT(day <= batas);
    RC_ASSERT(calendar.kerja(day));
    RC_ASSERT(calendar.sisa(day, batas) == n);
    RC_ASSERT(calendar.sisa(day - days{1}, batas) == n + 1);
}

RC_GTEST_PROP(HariKerjaLaws, CountsOfTwoStretchesAddUp, ()) {
    const auto calendar = calendar_of(any_calendar());
    const auto a = any_day();
    const auto b = a + days{*rc::gen::inRange(0, 500)};
    const auto c = b + days{*rc::gen::inRange(0, 500)};

    RC_ASSERT(calendar.sisa(a, b) + calendar.sisa(b, c) == calendar.sisa(a, c));
}

RC_GTEST_PROP(HariKerjaLaws, ADeadlineEndsWithItsDayInEveryZone, ()) {
    const auto calendar = calendar_of(any_calendar());
    const auto zone = *rc::gen::element(Zona::Wib, Zona::Wita, Zona::Wit);
    const auto last = calendar.tambah(any_day(), *rc::gen::inRange(1, 30));

    const auto end = akhir_hari(last, zone);

    RC_ASSERT(calendar.sisa(tanggal_di(end, zone), last) == 0);
    RC_ASSERT(tanggal_di(end, zone) == last);
    RC_ASSERT(tanggal_di(end + std::chrono::microseconds{1}, zone) == last + days{1});
}

}  // namespace
}  // namespace domain
