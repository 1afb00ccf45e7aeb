#pragma once

#include <cstddef>
#include <optional>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

// Which week a weekday belongs to.
enum class Week { Coming, This, Next, Last, Before };

// One end of a span as it was said, before what it leaves out is filled in. Either `fixed` is set
// (said relative to today), or `weekday` alone, or the day and what is known of month and year.
struct PartialDate {
    std::size_t count = 0;
    std::optional<DateSpan> fixed;
    int weekday = 0;  // 1 to 7; with a day: to be checked against it
    Week week = Week::Coming;
    int day = 0;
    int month = 0;
    int year = 0;
    bool impossible = false;
};

// Reads one date as far as it is said; nothing if none begins at `at`.
std::optional<PartialDate> read_partial_date(Tokens tokens, std::size_t at, domain::Tanggal today);

// "hari ini", "besok", "2 minggu lagi", "akhir bulan", "minggu depan": what is reckoned from today.
std::optional<PartialDate> read_relative_date(Tokens tokens, std::size_t at, domain::Tanggal today);

// Whole months: the first day of the month that is `months` after that of `day`.
domain::Tanggal first_of_month(domain::Tanggal day, int months);

// Monday of the week of the day.
domain::Tanggal monday_of(domain::Tanggal day);

}  // namespace bot
