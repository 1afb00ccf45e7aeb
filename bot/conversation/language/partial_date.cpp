#include "bot/conversation/language/partial_date.hpp"

#include <string_view>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

std::optional<int> digits_at(Tokens tokens, std::size_t at, std::size_t longest) {
    if (at >= tokens.size() || !tokens[at].is_digits() || tokens[at].word.size() > longest) {
        return std::nullopt;
    }
    int value = 0;
    for (const char digit : tokens[at].word) value = value * 10 + (digit - '0');
    return value;
}

bool glued_sign(Tokens tokens, std::size_t at, char sign) {
    return is_sign_at(tokens, at, sign) && tokens[at].glued && at + 1 < tokens.size() &&
           tokens[at + 1].glued && tokens[at + 1].is_digits();
}

int full_year(int year, std::size_t digits) {
    return digits == 2 ? 2000 + year : year;
}

// "31/3", "31/03/2026", "31-03-2026", "31.03.2026", "2026-03-31".
std::optional<PartialDate> read_numeric(Tokens tokens, std::size_t at) {
    if (at >= tokens.size() || !tokens[at].is_digits()) return std::nullopt;
    for (const char sign : {'/', '-', '.'}) {
        if (!glued_sign(tokens, at + 1, sign)) continue;
        const auto first = digits_at(tokens, at, 4);
        const auto second = digits_at(tokens, at + 2, 2);
        if (!first || !second) return std::nullopt;
        PartialDate date;
        if (!glued_sign(tokens, at + 3, sign)) {
            if (sign != '/' || tokens[at].word.size() > 2) return std::nullopt;
            date.count = 3;
            date.day = *first;
            date.month = *second;
        } else {
            const auto third = digits_at(tokens, at + 4, 4);
            const bool year_first = tokens[at].word.size() == 4;
            if (!third || (year_first && tokens[at + 4].word.size() > 2)) return std::nullopt;
            const std::size_t year_digits = tokens[at + 4].word.size();
            if (!year_first &&
                (tokens[at].word.size() > 2 || year_digits == 1 || year_digits == 3)) {
                return std::nullopt;
            }
            date.count = 5;
            date.day = year_first ? *third : *first;
            date.month = *second;
            date.year = year_first ? *first : full_year(*third, year_digits);
        }
        date.impossible = date.day < 1 || date.day > 31 || date.month < 1 || date.month > 12;
        return date;
    }
    return std::nullopt;
}

// Behind a day: the month by name, "bulan depan", or "bulan 3"; then the year.
void read_month_and_year(Tokens tokens, PartialDate& date, std::size_t at, domain::Tanggal today) {
    const std::size_t begin = at;
    const bool named = word_at(tokens, at) == "bulan";
    if (named) ++at;
    if (at < tokens.size() && month_of(tokens[at]) > 0) {
        date.month = month_of(tokens[at]);
        ++at;
    } else if (named) {
        const auto relative = read_relative_date(tokens, begin, today);
        if (!relative || !relative->fixed) return;
        const std::chrono::year_month_day month{relative->fixed->awal};
        date.month = static_cast<int>(static_cast<unsigned>(month.month()));
        date.year = static_cast<int>(month.year());
        date.count += relative->count;
        return;
    } else {
        return;
    }
    const std::size_t year_at = at + (word_at(tokens, at) == "tahun" ? 1 : 0);
    if (year_at < tokens.size()) {
        if (const auto year = year_of(tokens[year_at])) {
            date.year = *year;
            at = year_at + 1;
        }
    }
    date.count += at - begin;
}

// "tanggal 3", "tgl 3 maret", "3 februari 2026", "tiga maret".
std::optional<PartialDate> read_day(Tokens tokens, std::size_t at, domain::Tanggal today) {
    const std::size_t begin = at;
    const bool named = word_at(tokens, at) == "tanggal";
    if (named) ++at;
    if (const auto numeric = read_numeric(tokens, at)) {
        PartialDate date = *numeric;
        date.count += at - begin;
        return date;
    }
    const auto number = read_ordinal(tokens, at, Roman::Refused);
    if (!number) return std::nullopt;
    PartialDate date;
    date.day = number->value;
    date.count = at + number->count - begin;
    read_month_and_year(tokens, date, begin + date.count, today);
    if (!named && date.month == 0) return std::nullopt;
    date.impossible = date.day < 1 || date.day > 31;
    return date;
}

// "maret 2026": a whole month.
std::optional<PartialDate> read_whole_month(Tokens tokens, std::size_t at, domain::Tanggal today) {
    const auto periode = read_periode(tokens, at, today);
    if (!periode || periode->periode.jenis != domain::JenisPeriode::Bulanan) return std::nullopt;
    const int year = periode->periode.tahun.value_or(domain::tahun_dari(today));
    const auto first = domain::tanggal(year, static_cast<unsigned>(periode->periode.nomor), 1);
    PartialDate date;
    date.count = periode->count;
    date.fixed = DateSpan{first, first_of_month(first, 1) - std::chrono::days{1}};
    return date;
}

struct WeekReading {
    std::size_t count = 0;
    Week week = Week::Coming;
};

// Behind a weekday: "ini", "depan", "lalu", "minggu depan".
WeekReading read_week(Tokens tokens, std::size_t at) {
    std::size_t count = 0;
    if (word_at(tokens, at) == "minggu" || word_at(tokens, at) == "pekan") ++count;
    if (word_at(tokens, at + count) == "yang") ++count;
    const std::string_view word = word_at(tokens, at + count);
    const bool named = count > 0 && word_at(tokens, at) != "yang";
    ++count;
    if (word == "ini" || word == "sekarang") return {count, Week::This};
    if (word == "depan" || word == "mendatang") return {count, Week::Next};
    if (word == "akan" && word_at(tokens, at + count) == "datang") return {count + 1, Week::Coming};
    if (word == "lalu" || word == "kemarin") return {count, named ? Week::Last : Week::Before};
    if (word == "besok") return {count, Week::Coming};
    return {};
}

std::optional<PartialDate> read_weekday(Tokens tokens, std::size_t at, domain::Tanggal today) {
    const std::size_t begin = at;
    if (word_at(tokens, at) == "hari") ++at;
    if (at >= tokens.size()) return std::nullopt;
    const int weekday = weekday_of(tokens[at]);
    if (weekday == 0) return std::nullopt;
    ++at;
    const std::size_t date_at = at + (is_sign_at(tokens, at, ',') ? 1 : 0);
    if (const auto date = read_day(tokens, date_at, today)) {
        PartialDate whole = *date;
        whole.weekday = weekday;
        whole.count += date_at - begin;
        return whole;
    }
    PartialDate date;
    const WeekReading week = read_week(tokens, at);
    date.weekday = weekday;
    date.week = week.week;
    date.count = at + week.count - begin;
    return date;
}

}  // namespace

std::optional<PartialDate> read_partial_date(Tokens tokens, std::size_t at, domain::Tanggal today) {
    if (auto relative = read_relative_date(tokens, at, today)) return relative;
    if (auto weekday = read_weekday(tokens, at, today)) return weekday;
    if (auto day = read_day(tokens, at, today)) return day;
    return read_whole_month(tokens, at, today);
}

}  // namespace bot
