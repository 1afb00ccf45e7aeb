#include "bot/conversation/language/numbers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "bot/conversation/language/number_words.hpp"

namespace bot {
namespace {

using domain::Kuantitas;

constexpr std::int64_t kOne = Kuantitas::kScale;
constexpr std::size_t kMostGroups = 6;

// Digits with dots and commas between them, nothing else: "1.250,5" is 1 . 250 , 5.
struct DigitGroups {
    std::array<std::string_view, kMostGroups> digits{};
    std::array<char, kMostGroups> separator{};  // before the group of the same place; [0] unused
    std::size_t size = 0;
    std::size_t tokens = 0;
};

DigitGroups take_groups(Tokens tokens, std::size_t at) {
    DigitGroups groups;
    groups.digits[0] = tokens[at].word;
    groups.size = 1;
    groups.tokens = 1;
    while (at + groups.tokens + 1 < tokens.size() && groups.size < kMostGroups) {
        const Token& sign = tokens[at + groups.tokens];
        const Token& digits = tokens[at + groups.tokens + 1];
        const bool joined = (sign.is_sign('.') || sign.is_sign(',')) && sign.glued &&
                            digits.is_digits() && digits.glued;
        if (!joined) break;
        groups.separator[groups.size] = sign.word.front();
        groups.digits[groups.size++] = digits.word;
        groups.tokens += 2;
    }
    return groups;
}

// Whole digits and decimals as ten-thousandths; nothing if too large or too precise.
std::optional<std::int64_t> scaled_from(std::string_view whole, std::string_view decimals) {
    while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
    while (!decimals.empty() && decimals.back() == '0') decimals.remove_suffix(1);
    if (whole.size() > 12 || decimals.size() > 4) return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : whole) value = value * 10 + (digit - '0');
    for (std::size_t i = 0; i < 4; ++i) {
        value = value * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
    }
    return value;
}

std::string joined(const DigitGroups& groups, std::size_t from, std::size_t to) {
    std::string all;
    for (std::size_t i = from; i < to; ++i) all += groups.digits[i];
    return all;
}

// True if the groups from `from` to `to` all hold three digits behind `separator`, and the first of
// the number one to three that do not begin with zero.
bool thousands(const DigitGroups& groups, std::size_t to, char separator) {
    if (groups.digits[0].size() > 3 || groups.digits[0].front() == '0') return false;
    for (std::size_t i = 1; i < to; ++i) {
        if (groups.separator[i] != separator || groups.digits[i].size() != 3) return false;
    }
    return true;
}

// One or two readings of the same digits; neither if there is none.
struct Readings {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> second;
};

Readings one(std::optional<std::int64_t> value) {
    return {.first = value, .second = {}};
}

// A single dot or comma.
Readings read_pair(const DigitGroups& groups) {
    const std::string_view whole = groups.digits[0];
    const std::string_view rest = groups.digits[1];
    const auto decimal = scaled_from(whole, rest);
    const auto all = scaled_from(joined(groups, 0, 2), {});
    const bool leading_zero = whole.front() == '0';
    if (groups.separator[1] == ',') {
        const bool unclear = rest.size() == 3 && whole.size() <= 3 && !leading_zero;
        return unclear ? Readings{decimal, all} : one(decimal);
    }
    if (leading_zero) return one(decimal);
    if (rest.size() == 3 && whole.size() <= 3) return one(all);
    return {decimal, all};
}

Readings read_groups(const DigitGroups& groups) {
    const std::size_t last = groups.size - 1;
    if (groups.size == 1) return one(scaled_from(groups.digits[0], {}));
    if (groups.size == 2) return read_pair(groups);
    for (const char separator : {'.', ','}) {
        if (thousands(groups, groups.size, separator)) {
            return one(scaled_from(joined(groups, 0, groups.size), {}));
        }
        const char other = separator == '.' ? ',' : '.';
        if (groups.separator[last] == other && thousands(groups, last, separator)) {
            return one(scaled_from(joined(groups, 0, last), groups.digits[last]));
        }
    }
    return {};
}

std::optional<int> small_number(const Token& token) {
    if (!token.is_digits() || token.word.size() > 3) return std::nullopt;
    int value = 0;
    for (const char digit : token.word) value = value * 10 + (digit - '0');
    return value;
}

// "1/2"; a denominator that people do not count fractions in may also mean "3 of 12".
struct Fraction {
    std::size_t tokens = 0;
    Readings readings;
};

std::optional<Fraction> read_fraction(Tokens tokens, std::size_t at) {
    if (at + 2 >= tokens.size()) return std::nullopt;
    const Token& stroke = tokens[at + 1];
    const Token& below = tokens[at + 2];
    if (!stroke.is_sign('/') || !stroke.glued || !below.glued) return std::nullopt;
    const auto upper = small_number(tokens[at]);
    const auto lower = small_number(below);
    if (!upper || !lower) return std::nullopt;
    Fraction result{.tokens = 3, .readings = {}};
    if (*lower == 0 || *upper == 0 || *upper > *lower) return result;
    if (*upper * kOne % *lower != 0) return result;
    const std::int64_t value = *upper * kOne / *lower;
    const bool plain = *lower <= 5 || *lower == 8 || *lower == 10;
    if (plain && *upper < *lower) {
        result.readings = one(value);
    } else {
        result.readings = {value, *upper * kOne};
    }
    return result;
}

NumberReading result_of(Readings readings, std::size_t count) {
    NumberReading result;
    result.count = count;
    if (readings.first && readings.second) {
        const auto first = Kuantitas::from_scaled(*readings.first);
        const auto second = Kuantitas::from_scaled(*readings.second);
        if (first && second) result.ganda = NilaiGanda{{}, *first, *second};
    } else if (const auto only = readings.first ? readings.first : readings.second) {
        result.nilai = Kuantitas::from_scaled(*only);
    }
    return result;
}

NumberReading read_digits(Tokens tokens, std::size_t at) {
    if (const auto fraction = read_fraction(tokens, at)) {
        return result_of(fraction->readings, fraction->tokens);
    }
    const DigitGroups groups = take_groups(tokens, at);
    Readings readings = read_groups(groups);
    std::size_t count = groups.tokens;
    if (groups.size == 1 && at + 1 < tokens.size() && !tokens[at + 1].glued) {
        // "2 1/2"
        const auto fraction =
            tokens[at + 1].is_digits() ? read_fraction(tokens, at + 1) : std::nullopt;
        if (fraction && fraction->readings.first && !fraction->readings.second && readings.first) {
            return result_of(one(*readings.first + *fraction->readings.first), 4);
        }
    }
    const std::int64_t scale = at + count < tokens.size() ? scale_of(tokens[at + count]) : 0;
    if (scale > 0) {
        if (readings.first) readings.first = times(*readings.first, scale);
        if (readings.second) readings.second = times(*readings.second, scale);
        ++count;
    }
    return result_of(readings, count);
}

std::optional<NumberReading> read_plain(Tokens tokens, std::size_t at) {
    if (at >= tokens.size()) return std::nullopt;
    if (const auto words = read_number_words(tokens, at)) {
        NumberReading result;
        result.count = words->count;
        if (words->scaled) result.nilai = Kuantitas::from_scaled(*words->scaled);
        return result;
    }
    if (!tokens[at].is_digits()) return std::nullopt;
    return read_digits(tokens, at);
}

constexpr std::array<std::string_view, 13> kOrdinals = {
    "",
    "kesatu",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "keenam",
    "ketujuh",
    "kedelapan",
    "kesembilan",
    "kesepuluh",
    "kesebelas",
    "pertama",
};

constexpr std::array<std::string_view, 13> kRoman = {
    "",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
};

}  // namespace

std::optional<NumberReading> read_number(const Sentence& sentence, Tokens tokens, std::size_t at) {
    const std::size_t begin = at;
    const bool rupiah = at < tokens.size() && tokens[at].is("rupiah");
    if (rupiah) ++at;
    if (rupiah && at < tokens.size() && tokens[at].is_sign('.')) ++at;
    std::optional<NumberReading> number = read_plain(tokens, at);
    if (!number) return std::nullopt;
    at += number->count;
    const auto next = [&](std::size_t ahead) {
        return at + ahead < tokens.size() ? &tokens[at + ahead] : nullptr;
    };
    if (number->ganda)
        number->ganda->tertulis = sentence.written(tokens.subspan(begin, at - begin));
    if (next(1) != nullptr && next(0)->is_sign(',') && next(1)->is_sign('-') && next(1)->glued)
        at += 2;
    if (next(0) != nullptr && (next(0)->is_sign('%') || next(0)->is("persen"))) {
        number->percent = true;
        ++at;
    } else if (next(0) != nullptr && next(0)->is("rupiah")) {
        number->rupiah = true;
        ++at;
    }
    number->rupiah = number->rupiah || rupiah;
    number->count = at - begin;
    return number;
}

std::optional<OrdinalReading> read_ordinal(Tokens tokens, std::size_t at, Roman roman) {
    if (at >= tokens.size()) return std::nullopt;
    const Token& token = tokens[at];
    if (const auto digits = small_number(token)) return OrdinalReading{1, *digits};
    if (!token.is_word()) return std::nullopt;
    const auto* ordinal = std::ranges::find(kOrdinals, token.word);
    if (ordinal != kOrdinals.end()) {
        const auto place = static_cast<int>(ordinal - kOrdinals.begin());
        return OrdinalReading{1, place == 12 ? 1 : place};
    }
    if (roman == Roman::Allowed) {
        const auto* numeral = std::ranges::find(kRoman, token.word);
        if (numeral != kRoman.end()) {
            return OrdinalReading{1, static_cast<int>(numeral - kRoman.begin())};
        }
    }
    const auto words = read_number_words(tokens, at);
    if (!words || !words->scaled || *words->scaled % kOne != 0 || *words->scaled > 999 * kOne) {
        return std::nullopt;
    }
    return OrdinalReading{words->count, static_cast<int>(*words->scaled / kOne)};
}

}  // namespace bot
