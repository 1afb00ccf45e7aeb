#include <algorithm>
#include <array>
#include <chrono>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

constexpr int kThis = 0;
constexpr int kLast = -1;
constexpr int kNone = 99;

// "ini", "sekarang", "berjalan": 0; "lalu", "kemarin", "sebelumnya": -1.
int relative(std::string_view word) {
    if (word == "ini" || word == "sekarang" || word == "berjalan") return kThis;
    if (word == "lalu" || word == "kemarin" || word == "sebelumnya") return kLast;
    return kNone;
}

// `number` of `in_year` in a year, moved by `step`; the year is named only if it is another one.
PeriodeAcuan moved(domain::JenisPeriode jenis, int number, int step, int in_year, int year) {
    PeriodeAcuan periode{.jenis = jenis, .nomor = number + step, .tahun = {}};
    if (periode.nomor < 1) {
        periode.nomor += in_year;
        periode.tahun = year - 1;
    }
    return periode;
}

std::size_t skip_ke(Tokens tokens, std::size_t at) {
    while ((is_sign_at(tokens, at, ':') && tokens[at].glued && at + 1 < tokens.size() &&
            tokens[at + 1].glued) ||
           word_at(tokens, at) == "ke" || is_sign_at(tokens, at, '-') ||
           is_sign_at(tokens, at, '.') || word_at(tokens, at) == "nomor" ||
           word_at(tokens, at) == "yang") {
        ++at;
    }
    return at;
}

// "2026", "tahun 2026", "tahun lalu" behind a period.
void read_year(Tokens tokens, std::size_t& at, PeriodeAcuan& periode, int year) {
    const std::size_t year_at = at + (word_at(tokens, at) == "tahun" ? 1 : 0);
    if (year_at >= tokens.size()) return;
    if (const auto named = year_of(tokens[year_at])) {
        // "tw 1 2026 laporan" cannot be told from a quantity; years are not quantities here.
        periode.tahun = named;
        at = year_at + 1;
    } else if (year_at > at && relative(word_at(tokens, year_at)) != kNone) {
        const int step = relative(word_at(tokens, year_at));
        if (step != kThis) periode.tahun = year + step;
        at = year_at + 1;
    }
}

struct Calendar {
    int year = 0;
    int month = 0;
};

Calendar calendar_of(domain::Tanggal day) {
    const std::chrono::year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month()))};
}

std::optional<PeriodeReading> read_quarter(Tokens tokens, std::size_t at, Calendar today) {
    const std::size_t begin = at;
    const bool two_words = word_at(tokens, at) == "tri" && word_at(tokens, at + 1) == "wulan";
    if (!two_words && word_at(tokens, at) != "triwulan" && word_at(tokens, at) != "kuartal") {
        return std::nullopt;
    }
    at += two_words ? 2 : 1;
    const std::size_t step_at = at + (word_at(tokens, at) == "yang" ? 1 : 0);
    if (const int step = relative(word_at(tokens, step_at)); step != kNone) {
        const int quarter = (today.month + 2) / 3;
        PeriodeAcuan periode = moved(domain::JenisPeriode::Triwulan, quarter, step, 4, today.year);
        return PeriodeReading{step_at + 1 - begin, periode};
    }
    at = skip_ke(tokens, at);
    const auto number = read_ordinal(tokens, at, Roman::Allowed);
    if (!number || number->value < 1 || number->value > 4) return std::nullopt;
    at += number->count;
    PeriodeAcuan periode{domain::JenisPeriode::Triwulan, number->value, {}};
    read_year(tokens, at, periode, today.year);
    return PeriodeReading{at - begin, periode};
}

std::optional<PeriodeReading> read_month(Tokens tokens, std::size_t at, Calendar today) {
    const std::size_t begin = at;
    const bool named = word_at(tokens, at) == "bulan";
    if (named) ++at;
    if (at >= tokens.size()) return std::nullopt;
    PeriodeAcuan periode{domain::JenisPeriode::Bulanan, 0, {}};
    if (const int month = month_of(tokens[at]); month > 0) {
        periode.nomor = month;
        ++at;
    } else if (named) {
        const std::size_t step_at = at + (word_at(tokens, at) == "yang" ? 1 : 0);
        if (const int step = relative(word_at(tokens, step_at)); step != kNone) {
            periode = moved(domain::JenisPeriode::Bulanan, today.month, step, 12, today.year);
            return PeriodeReading{step_at + 1 - begin, periode};
        }
        at = skip_ke(tokens, at);
        const auto number = read_ordinal(tokens, at, Roman::Refused);
        if (!number || number->value < 1 || number->value > 12) return std::nullopt;
        periode.nomor = number->value;
        at += number->count;
    } else {
        return std::nullopt;
    }
    read_year(tokens, at, periode, today.year);
    return PeriodeReading{at - begin, periode};
}

// "final", "penilaian akhir tahun", "tahunan"; "akhir tahun" only behind "periode".
std::optional<PeriodeReading> read_final(
    Tokens tokens, std::size_t at, bool behind_periode, Calendar today
) {
    const std::size_t begin = at;
    PeriodeAcuan periode{domain::JenisPeriode::Final, 0, {}};
    const std::size_t end_at = at + (word_at(tokens, at) == "penilaian" ? 1 : 0);
    const bool end_of_year = (behind_periode || end_at > at) &&
                             word_at(tokens, end_at) == "akhir" &&
                             word_at(tokens, end_at + 1) == "tahun";
    if (end_of_year) {
        at = end_at + 2;
        while (is_sign_at(tokens, at, '-') || word_at(tokens, at) == "periode" ||
               word_at(tokens, at) == "final") {
            ++at;
        }
    } else if (word_at(tokens, at) == "final" || word_at(tokens, at) == "tahunan") {
        ++at;
    } else {
        return std::nullopt;
    }
    read_year(tokens, at, periode, today.year);
    return PeriodeReading{at - begin, periode};
}

}  // namespace

std::optional<PeriodeReading> read_periode(Tokens tokens, std::size_t at, domain::Tanggal today) {
    const Calendar calendar = calendar_of(today);
    const bool named = word_at(tokens, at) == "periode";
    const std::size_t start = at + (named ? 1 : 0);
    std::optional<PeriodeReading> reading = read_quarter(tokens, start, calendar);
    if (!reading) reading = read_month(tokens, start, calendar);
    if (!reading) reading = read_final(tokens, start, named, calendar);
    if (reading) reading->count += start - at;
    return reading;
}

std::optional<PeriodeReading> read_other_year(
    Tokens tokens, std::size_t at, domain::Tanggal today
) {
    if (word_at(tokens, at) != "tahun") return std::nullopt;
    PeriodeAcuan periode{domain::JenisPeriode::Final, 0, {}};
    const int year = calendar_of(today).year;
    std::size_t end = at;
    read_year(tokens, end, periode, year);
    if (!periode.tahun || *periode.tahun == year) return std::nullopt;
    return PeriodeReading{end - at, periode};
}

}  // namespace bot
