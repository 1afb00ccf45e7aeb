#include <algorithm>
#include <array>
#include <chrono>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/partial_date.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

using domain::Tanggal;
using std::chrono::days;

constexpr int kFarthest = 999;

PartialDate on(DateSpan span, std::size_t count) {
    PartialDate date;
    date.count = count;
    date.fixed = span;
    return date;
}

PartialDate on(Tanggal day, std::size_t count) {
    return on(DateSpan{day, day}, count);
}

bool is_part_of_day(std::string_view word) {
    return word == "pagi" || word == "siang" || word == "sore" || word == "malam";
}

struct Step {
    std::size_t count = 0;
    int weeks = 0;
};

// "ini", "depan", "yang akan datang", "lalu", "kemarin" behind a week, month or year.
std::optional<Step> read_step(Tokens tokens, std::size_t at) {
    const std::size_t begin = at;
    if (word_at(tokens, at) == "yang") ++at;
    const std::string_view word = word_at(tokens, at);
    if (word == "akan" && word_at(tokens, at + 1) == "datang") return Step{at + 2 - begin, 1};
    if (word == "ini" || word == "sekarang" || word == "berjalan") return Step{at + 1 - begin, 0};
    if (word == "depan" || word == "mendatang" || word == "berikutnya") {
        return Step{at + 1 - begin, 1};
    }
    if (word == "lalu" || word == "kemarin" || word == "sebelumnya") {
        return Step{at + 1 - begin, -1};
    }
    return std::nullopt;
}

DateSpan week_span(Tanggal today, int weeks) {
    const Tanggal monday = monday_of(today) + days{7 * weeks};
    return {monday, monday + days{6}};
}

DateSpan month_span(Tanggal today, int months) {
    return {first_of_month(today, months), first_of_month(today, months + 1) - days{1}};
}

DateSpan quarter_span(Tanggal today, int quarters) {
    const std::chrono::year_month_day date{today};
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    const int back = (month - 1) % 3;
    return {
        first_of_month(today, 3 * quarters - back),
        first_of_month(today, 3 * quarters - back + 3) - days{1}};
}

DateSpan year_span(int year) {
    return {domain::tanggal(year, 1, 1), domain::tanggal(year, 12, 31)};
}

// The span of "minggu", "bulan", "triwulan", "tahun" or a month's name, moved by a step.
struct Stretch {
    std::size_t count = 0;
    DateSpan span;
    bool stepped = false;
};

std::optional<Stretch> read_stretch(Tokens tokens, std::size_t at, Tanggal today) {
    const std::string_view word = word_at(tokens, at);
    const auto step = read_step(tokens, at + 1);
    const int by = step ? step->weeks : 0;
    const std::size_t count = 1 + (step ? step->count : 0);
    if (word == "minggu" || word == "pekan") {
        return Stretch{count, week_span(today, by), step.has_value()};
    }
    if (word == "bulan") return Stretch{count, month_span(today, by), step.has_value()};
    if (word == "triwulan") return Stretch{count, quarter_span(today, by), step.has_value()};
    if (word != "tahun") return std::nullopt;
    if (at + 1 < tokens.size()) {
        if (const auto year = year_of(tokens[at + 1])) {
            return Stretch{2, year_span(*year), true};
        }
    }
    return Stretch{count, year_span(domain::tahun_dari(today) + by), step.has_value()};
}

// "akhir bulan", "awal minggu depan", "pertengahan maret 2026", "akhir pekan".
std::optional<PartialDate> read_edge(Tokens tokens, std::size_t at, Tanggal today) {
    const std::string_view edge = word_at(tokens, at);
    const bool middle = edge == "pertengahan" || edge == "tengah";
    if (edge != "akhir" && edge != "awal" && !middle) return std::nullopt;
    std::size_t count = 1;
    DateSpan span;
    // "akhir bulan april"
    if (word_at(tokens, at + 1) == "bulan" && at + 2 < tokens.size() &&
        month_of(tokens[at + 2]) > 0) {
        ++at;
        ++count;
    }
    if (at + 1 < tokens.size() && month_of(tokens[at + 1]) > 0) {
        int year = domain::tahun_dari(today);
        ++count;
        if (at + 2 < tokens.size()) {
            if (const auto named = year_of(tokens[at + 2])) {
                year = *named;
                ++count;
            }
        }
        const auto month = static_cast<unsigned>(month_of(tokens[at + 1]));
        span = month_span(domain::tanggal(year, month, 1), 0);
    } else if (const auto stretch = read_stretch(tokens, at + 1, today)) {
        span = stretch->span;
        count += stretch->count;
        const bool week = word_at(tokens, at + 1) == "minggu" || word_at(tokens, at + 1) == "pekan";
        if (week && edge == "akhir") return on(DateSpan{span.akhir - days{1}, span.akhir}, count);
    } else {
        return std::nullopt;
    }
    if (edge == "awal") return on(span.awal, count);
    if (edge == "akhir") return on(span.akhir, count);
    return on(span.awal + (span.akhir - span.awal) / 2, count);
}

struct Unit {
    std::string_view one;
    std::string_view word;
    int day_factor;
    int months;
};

constexpr Unit kUnits[] = {
    {"sehari", "hari", 1, 0},
    {"seminggu", "minggu", 7, 0},
    {"sepekan", "pekan", 7, 0},
    {"sebulan", "bulan", 0, 1},
    {"setahun", "tahun", 0, 12},
};

Tanggal moved_by(Tanggal today, const Unit& unit, int amount) {
    if (unit.months == 0) return today + days{unit.day_factor * amount};
    const std::chrono::year_month_day date{today};
    const Tanggal first = first_of_month(today, unit.months * amount);
    const Tanggal last = first_of_month(first, 1) - days{1};
    return std::min(first + (date.day() - std::chrono::day{1}), last);
}

// "3 hari lagi", "seminggu lagi", "dua bulan yang lalu", "2 hari ke depan".
std::optional<PartialDate> read_distance(Tokens tokens, std::size_t at, Tanggal today) {
    const std::size_t begin = at;
    int amount = 1;
    const auto* unit = std::ranges::find(kUnits, word_at(tokens, at), &Unit::one);
    if (unit == std::end(kUnits)) {
        const auto number = read_ordinal(tokens, at, Roman::Refused);
        if (!number || number->value > kFarthest) return std::nullopt;
        amount = number->value;
        at += number->count;
        unit = std::ranges::find(kUnits, word_at(tokens, at), &Unit::word);
        if (unit == std::end(kUnits)) return std::nullopt;
    }
    ++at;
    if (word_at(tokens, at) == "yang") ++at;
    if (word_at(tokens, at) == "ke") ++at;
    const std::string_view direction = word_at(tokens, at);
    if (direction == "lagi" || direction == "kemudian" || direction == "depan" ||
        direction == "mendatang") {
        return on(moved_by(today, *unit, amount), at + 1 - begin);
    }
    if (direction == "lalu" || direction == "sebelumnya" || direction == "kemarin") {
        return on(moved_by(today, *unit, -amount), at + 1 - begin);
    }
    return std::nullopt;
}

std::optional<PartialDate> read_near_day(Tokens tokens, std::size_t at, Tanggal today) {
    const std::size_t begin = at;
    const std::string_view first = word_at(tokens, at);
    if (first == "hari" && word_at(tokens, at + 1) == "ini") return on(today, 2);
    if (first == "hari") ++at;
    const std::string_view word = word_at(tokens, at);
    const std::string_view next = word_at(tokens, at + 1);
    int shift = 0;
    std::size_t count = 1;
    if (word == "besok" || word == "besoknya") {
        shift = next == "lusa" ? 2 : 1;
        count = next == "lusa" ? 2 : 1;
    } else if (word == "lusa") {
        shift = 2;
    } else if (word == "kemarin") {
        shift = next == "lusa" || next == "dulu" ? -2 : -1;
        count = shift == -2 ? 2 : 1;
    } else if ((word != "tadi" && word != "sekarang") || first == "hari") {
        return std::nullopt;
    }
    at += count;
    if (is_part_of_day(word_at(tokens, at))) ++at;
    return on(today + days{shift}, at - begin);
}

}  // namespace

Tanggal monday_of(Tanggal day) {
    return day - days{std::chrono::weekday{day}.iso_encoding() - 1};
}

Tanggal first_of_month(Tanggal day, int months) {
    const std::chrono::year_month_day date{day};
    const std::chrono::year_month month = date.year() / date.month() + std::chrono::months{months};
    return Tanggal{month / std::chrono::day{1}};
}

std::optional<PartialDate> read_relative_date(Tokens tokens, std::size_t at, Tanggal today) {
    if (auto near = read_near_day(tokens, at, today)) return near;
    if (auto distance = read_distance(tokens, at, today)) return distance;
    if (auto edge = read_edge(tokens, at, today)) return edge;
    // A stretch needs its "depan" or "ini": "minggu" alone is the Sunday, "bulan" alone a word.
    const auto stretch = read_stretch(tokens, at, today);
    if (!stretch || !stretch->stepped) return std::nullopt;
    return on(stretch->span, stretch->count);
}

}  // namespace bot
