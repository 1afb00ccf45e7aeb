#include "bot/conversation/language/dates.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "bot/conversation/language/partial_date.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

using domain::Failure;
using domain::Result;
using domain::Tanggal;
using std::chrono::days;

// A date so far back that the coming one of that name must be meant.
constexpr days kLongAgo{300};

constexpr std::array<std::string_view, 13> kMonths = {
    "",
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
};

constexpr std::array<std::string_view, 8> kWeekdays = {
    "",
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
};

int iso_weekday(Tanggal day) {
    return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

Tanggal weekday_in(const PartialDate& date, Tanggal today) {
    const Tanggal monday = monday_of(today);
    const days offset{date.weekday - 1};
    switch (date.week) {
        case Week::This:
            return monday + offset;
        case Week::Next:
            return monday + days{7} + offset;
        case Week::Last:
            return monday - days{7} + offset;
        case Week::Before:
            return monday + offset < today ? monday + offset : monday - days{7} + offset;
        case Week::Coming:
            break;
    }
    return monday + offset < today ? monday + days{7} + offset : monday + offset;
}

// Fills in what was not said. `from` is the first day of the span whose end this is, if it is one.
Result<DateSpan, DateError> completed(
    PartialDate date, Tanggal today, std::optional<Tanggal> from
) {
    if (date.fixed) return *date.fixed;
    if (date.impossible) return Failure{DateError::Impossible};
    if (date.day == 0) {
        const bool follows = from && date.week == Week::Coming;
        const Tanggal day = weekday_in(date, follows ? *from : today);
        return DateSpan{day, day};
    }
    const std::chrono::year_month_day now{today};
    const bool no_year = date.year == 0;
    if (date.month == 0) date.month = static_cast<int>(static_cast<unsigned>(now.month()));
    if (no_year) date.year = static_cast<int>(now.year());
    const auto in_year = [&date](int year) {
        return std::chrono::year_month_day{
            std::chrono::year{year},
            std::chrono::month{static_cast<unsigned>(date.month)},
            std::chrono::day{static_cast<unsigned>(date.day)}};
    };
    if (!in_year(date.year).ok()) return Failure{DateError::Impossible};
    Tanggal day{in_year(date.year)};
    const bool over_new_year =
        from && day < *from &&
        in_year(date.year).month() != std::chrono::year_month_day{*from}.month();
    const bool next_year = no_year && in_year(date.year + 1).ok() &&
                           (over_new_year || (!from && day + kLongAgo < today));
    if (next_year) day = Tanggal{in_year(date.year + 1)};
    if (date.weekday != 0 && iso_weekday(day) != date.weekday) {
        return Failure{DateError::WeekdayMismatch};
    }
    return DateSpan{day, day};
}

// The tokens of "-", "s.d.", "s/d", "sampai (dengan)", "hingga"; 0 if there is none.
std::size_t connector_length(Tokens tokens, std::size_t at) {
    const std::string_view word = word_at(tokens, at);
    if (is_sign_at(tokens, at, '-')) return 1;
    if (word == "sampai" || word == "hingga") {
        return word_at(tokens, at + 1) == "dengan" ? 2 : 1;
    }
    const bool abbreviated = word == "s" && word_at(tokens, at + 2) == "d" &&
                             (is_sign_at(tokens, at + 1, '.') || is_sign_at(tokens, at + 1, '/'));
    if (!abbreviated) return 0;
    return is_sign_at(tokens, at + 3, '.') ? 4 : 3;
}

// "3" in front of "-7 februari" or "s.d. 7": a day whose month comes later.
std::optional<PartialDate> read_bare_day(Tokens tokens, std::size_t at) {
    if (at >= tokens.size() || !tokens[at].is_digits() || tokens[at].word.size() > 2) {
        return std::nullopt;
    }
    PartialDate date;
    for (const char digit : tokens[at].word) date.day = date.day * 10 + (digit - '0');
    date.count = 1;
    date.impossible = date.day < 1 || date.day > 31;
    return date;
}

DateReading failed(std::size_t count, DateError error) {
    return {count, Failure{error}};
}

// Both ends are known as far as they were said; each lends the other what it left out.
DateReading joined(PartialDate first, PartialDate second, std::size_t count, Tanggal today) {
    const bool plain = !first.fixed && !second.fixed && first.day != 0 && second.day != 0;
    if (plain && first.month == 0) first.month = second.month;
    if (plain && second.month == 0) second.month = first.month;
    if (plain && first.year == 0) {
        const bool over_new_year = first.month > second.month;
        first.year = second.year != 0 && over_new_year ? second.year - 1 : second.year;
    }
    if (first.weekday != 0 && first.day == 0 && first.week == Week::Coming)
        first.week = second.week;
    // A span is never moved into next year as a whole: "1 maret - 31 desember" said in December.
    if (plain && first.year == 0) first.year = domain::tahun_dari(today);
    const auto begin = completed(first, today, std::nullopt);
    if (!begin) return failed(count, begin.error());
    const auto end = completed(second, today, begin->awal);
    if (!end) return failed(count, end.error());
    if (end->akhir < begin->awal) return failed(count, DateError::Reversed);
    return {count, DateSpan{begin->awal, end->akhir}};
}

// A span whose first day is spelled out, or a bare day: "3-7 februari".
std::optional<DateReading> read_span(Tokens tokens, std::size_t at, Tanggal today) {
    std::optional<PartialDate> first = read_partial_date(tokens, at, today);
    const bool bare = !first;
    if (bare) first = read_bare_day(tokens, at);
    if (!first) return std::nullopt;
    std::size_t count = first->count;
    const std::size_t connector = connector_length(tokens, at + count);
    if (connector > 0) {
        const std::size_t second_at = at + count + connector;
        std::optional<PartialDate> second = read_partial_date(tokens, second_at, today);
        if (!second && !bare && first->day != 0) second = read_bare_day(tokens, second_at);
        if (second) {
            count += connector + second->count;
            return joined(*first, *second, count, today);
        }
    }
    if (bare) return std::nullopt;
    return DateReading{count, completed(*first, today, std::nullopt)};
}

}  // namespace

int month_of(const Token& token) {
    if (!token.is_word()) return 0;
    const auto* found = std::ranges::find(kMonths, token.word);
    return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin());
}

int weekday_of(const Token& token) {
    if (!token.is_word()) return 0;
    if (token.is("ahad")) return 7;
    const auto* found = std::ranges::find(kWeekdays, token.word);
    return found == kWeekdays.end() ? 0 : static_cast<int>(found - kWeekdays.begin());
}

std::optional<DateReading> read_dates(Tokens tokens, std::size_t at, Tanggal today) {
    const std::size_t begin = at;
    const std::size_t until = connector_length(tokens, at);
    if (until > 0 && !is_sign_at(tokens, at, '-')) {
        const auto end = read_partial_date(tokens, at + until, today);
        if (!end) return std::nullopt;
        const std::size_t count = until + end->count;
        const auto span = completed(*end, today, std::nullopt);
        if (!span) return failed(count, span.error());
        if (span->akhir < today) return failed(count, DateError::Reversed);
        return DateReading{count, DateSpan{today, span->akhir}};
    }
    while (word_at(tokens, at) == "dari" || word_at(tokens, at) == "mulai" ||
           word_at(tokens, at) == "sejak") {
        ++at;
    }
    std::optional<DateReading> reading = read_span(tokens, at, today);
    if (reading) reading->count += at - begin;
    return reading;
}

Result<DateSpan, DateError> parse_dates(std::string_view text, Tanggal today) {
    const Sentence sentence(text);
    const Tokens tokens = sentence.tokens();
    std::optional<DateReading> found;
    for (std::size_t at = 0; at < tokens.size();) {
        if (auto reading = found ? std::nullopt : read_dates(tokens, at, today)) {
            at += reading->count;
            found = reading;
        } else if (is_filler(tokens[at]) || tokens[at].is("pada") || tokens[at].is("di")) {
            ++at;
        } else {
            return Failure{DateError::NoDate};
        }
    }
    if (!found || sentence.tainted()) return Failure{DateError::NoDate};
    return found->span;
}

std::string tulis(const DateSpan& span) {
    std::string text = domain::tulis_tanggal(span.awal);
    if (span.akhir != span.awal) text += " s.d. " + domain::tulis_tanggal(span.akhir);
    return text;
}

}  // namespace bot
