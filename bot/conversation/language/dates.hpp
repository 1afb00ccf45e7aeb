#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bot/conversation/command.hpp"
#include "bot/conversation/language/tokens.hpp"
#include "domain/hasil.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

enum class DateError {
    NoDate,           // nothing in the text is a date
    Impossible,       // "31 februari", "12/31/2026"
    Reversed,         // "7-3 februari", "s.d. kemarin"
    WeekdayMismatch,  // "Selasa, 30 Maret 2026", which is a Monday
};

// The date or span that begins at a place, and the tokens it takes.
struct DateReading {
    std::size_t count = 0;
    domain::Result<DateSpan, DateError> span;
};

// Reads every form of CONVERSATION.md section 4. Numeric dates are day first. Without a month the
// month of `today` is meant, without a year the year of `today`, except that a date more than 300
// days back is one of next year ("5 januari" in December). A weekday is the coming one, today
// included; with "depan" that of next week, Monday to Sunday. "minggu" is the Sunday, "minggu
// depan" the week. Nothing if no date begins at `at`.
std::optional<DateReading> read_dates(Tokens tokens, std::size_t at, domain::Tanggal today);

// The same for a whole text, which may hold polite words but nothing else beside the date.
domain::Result<DateSpan, DateError> parse_dates(std::string_view text, domain::Tanggal today);

// "Senin, 30 Maret 2026" or "Senin, 30 Maret 2026 s.d. Jumat, 3 April 2026": the echo, read back by
// parse_dates() as the same span.
std::string tulis(const DateSpan& span);

// 1 to 12 for the name of a month in any spelling; 0 for anything else.
int month_of(const Token& token);

// 1 (Senin) to 7 (Minggu) for the name of a day; 0 for anything else.
int weekday_of(const Token& token);

}  // namespace bot
