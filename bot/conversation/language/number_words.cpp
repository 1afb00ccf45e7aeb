#include "bot/conversation/language/number_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "domain/kuantitas.hpp"

namespace bot {
namespace {

constexpr std::int64_t kOne = domain::Kuantitas::kScale;
constexpr std::int64_t kTooLarge = -1;

struct Named {
    std::string_view word;
    std::int64_t value;
};

constexpr Named kUnits[] = {
    {"nol", 0},
    {"nihil", 0},
    {"satu", 1},
    {"dua", 2},
    {"tiga", 3},
    {"empat", 4},
    {"lima", 5},
    {"enam", 6},
    {"tujuh", 7},
    {"delapan", 8},
    {"sembilan", 9},
};

// Words that are a number of things by themselves.
constexpr Named kSingles[] = {
    {"sebuah", 1},
    {"selembar", 1},
    {"seorang", 1},
    {"seekor", 1},
    {"sepaket", 1},
    {"seunit", 1},
    {"seberkas", 1},
    {"selusin", 12},
};

constexpr Named kScales[] = {
    {"ribu", 1'000},
    {"juta", 1'000'000},
    {"miliar", 1'000'000'000},
    {"triliun", 1'000'000'000'000},
};

constexpr Named kSingleScales[] = {
    {"seribu", 1'000},
    {"sejuta", 1'000'000},
    {"semiliar", 1'000'000'000},
    {"setriliun", 1'000'000'000'000},
};

// In ten-thousandths.
constexpr Named kFractions[] = {
    {"setengah", 5'000},
    {"separuh", 5'000},
    {"seperempat", 2'500},
    {"sepertiga", kTooLarge},
};

template <std::size_t N>
std::optional<std::int64_t> value_in(const Named (&table)[N], const Token& token) {
    if (!token.is_word()) return std::nullopt;
    const auto* found = std::ranges::find(table, token.word, &Named::word);
    if (found == std::end(table)) return std::nullopt;
    return found->value;
}

// Reads along the tokens; every part takes what it can and leaves the rest.
class NumberReader {
public:
    NumberReader(Tokens tokens, std::size_t at) : tokens_(tokens), start_(at), at_(at) {}

    std::optional<WordNumber> read() {
        const std::optional<std::int64_t> scaled = number();
        if (at_ == start_) return std::nullopt;
        const bool usable = scaled && *scaled >= 0 && *scaled <= domain::Kuantitas::kMaxScaled;
        WordNumber result{.count = at_ - start_, .scaled = {}};
        if (usable && !failed_) result.scaled = *scaled;
        return result;
    }

private:
    [[nodiscard]] bool more() const { return at_ < tokens_.size(); }
    [[nodiscard]] bool next_is(std::string_view word) const {
        return more() && tokens_[at_].is(word);
    }

    template <std::size_t N>
    std::optional<std::int64_t> take(const Named (&table)[N]) {
        if (!more()) return std::nullopt;
        const std::optional<std::int64_t> value = value_in(table, tokens_[at_]);
        if (value) ++at_;
        return value;
    }

    // Groups with falling scales: "dua juta", "lima ratus ribu", "tiga".
    std::optional<std::int64_t> number() {
        if (const auto single = take(kSingles)) return *single * kOne;
        std::int64_t total = 0;
        std::int64_t last_scale = domain::Kuantitas::kMaxScaled;
        while (more()) {
            const std::size_t before = at_;
            const auto [part, scale] = scaled_group(at_ > start_);
            if (at_ == before) break;
            if (scale >= last_scale) {  // "dua ribu tiga juta", "dua tiga": another number begins
                at_ = before;
                break;
            }
            if (part < 0) failed_ = true;
            total += std::max<std::int64_t>(part, 0);
            if (total > domain::Kuantitas::kMaxScaled) failed_ = true;
            last_scale = scale;
            if (scale == 1) break;
        }
        if (at_ > start_ && take_misplaced_scale()) failed_ = true;  // "seribu triliun"
        if (at_ > start_ && next_is("lusin") && !failed_) {
            ++at_;
            return times(total, 12);
        }
        return total;
    }

    bool take_misplaced_scale() {
        const std::size_t before = at_;
        while (take(kScales) || next_is("ratus") || next_is("puluh") || next_is("belas")) {
            if (next_is("ratus") || next_is("puluh") || next_is("belas")) ++at_;
        }
        return at_ > before;
    }

    struct Group {
        std::int64_t part = 0;
        std::int64_t scale = 1;
    };

    // One group and its scale: "lima ratus ribu", "sejuta", "1 juta" (digits only before a scale).
    Group scaled_group(bool later) {
        if (const auto single = take(kSingleScales)) return {*single * kOne, *single};
        const std::size_t before = at_;
        std::int64_t coefficient = 0;
        if (more() && tokens_[at_].is_digits()) {
            if (!plain_digits_before_scale()) return {};
            coefficient = digits();
        } else {
            coefficient = later ? group() : group_or_fraction();
        }
        if (at_ == before) return {};
        if (const auto scale = take(kScales)) {
            return {
                times(std::max<std::int64_t>(coefficient, 0), *scale).value_or(kTooLarge), *scale};
        }
        return {coefficient, 1};
    }

    // Digits begin a word number only directly before "ribu", "ratus" and their kin.
    [[nodiscard]] bool plain_digits_before_scale() const {
        if (at_ + 1 >= tokens_.size() || tokens_[at_].word.size() > 9) return false;
        const Token& next = tokens_[at_ + 1];
        return value_in(kScales, next).has_value() || next.is("ratus") || next.is("puluh") ||
               next.is("belas") || next.is("lusin");
    }

    std::int64_t digits() {
        std::int64_t value = 0;
        for (const char digit : tokens_[at_].word) value = value * 10 + (digit - '0');
        ++at_;
        if (next_is("ratus"))
            value *= 100;
        else if (next_is("puluh"))
            value *= 10;
        else if (next_is("belas"))
            value += 10;
        else
            return value * kOne;
        ++at_;
        return value * kOne;
    }

    std::int64_t group_or_fraction() {
        if (const auto fraction = take(kFractions)) {
            if (*fraction < 0) failed_ = true;
            return std::max<std::int64_t>(*fraction, 0);
        }
        std::int64_t value = group();
        if (at_ == start_) return value;
        if (next_is("setengah") || next_is("separuh")) {
            ++at_;
            return value + kOne / 2;
        }
        if (next_is("seperempat")) {
            ++at_;
            return value + kOne / 4;
        }
        if (next_is("perempat") || (next_is("per") && word_at(at_ + 1, "empat"))) {
            at_ += next_is("per") ? 2 : 1;
            return value / 4;
        }
        if (next_is("pertiga") || (next_is("per") && word_at(at_ + 1, "tiga"))) {
            at_ += next_is("per") ? 2 : 1;
            failed_ = value % 3 != 0;
            return value / 3;
        }
        return next_is("koma") ? value + decimals() : value;
    }

    [[nodiscard]] bool word_at(std::size_t at, std::string_view word) const {
        return at < tokens_.size() && tokens_[at].is(word);
    }

    // "koma lima tujuh": digit by digit, at most four.
    std::int64_t decimals() {
        const std::size_t before = at_++;
        std::int64_t place = kOne / 10;
        std::int64_t value = 0;
        while (const auto digit = take(kUnits)) {
            if (place == 0) {
                failed_ = failed_ || *digit != 0;
                continue;
            }
            value += *digit * place;
            place /= 10;
        }
        if (at_ == before + 1) at_ = before;
        return value;
    }

    // 0 to 999 in words.
    std::int64_t group() {
        std::int64_t value = 0;
        if (next_is("seratus")) {
            ++at_;
            value = 100;
        } else if (at_ + 1 < tokens_.size() && tokens_[at_ + 1].is("ratus")) {
            if (const auto hundreds = take(kUnits)) {
                ++at_;
                value = *hundreds * 100;
            }
        }
        return (value + below_hundred(/*zero_allowed=*/value == 0)) * kOne;
    }

    std::int64_t below_hundred(bool zero_allowed) {
        if (next_is("sepuluh")) return ++at_, 10;
        if (next_is("sebelas")) return ++at_, 11;
        if (!more()) return 0;
        const auto unit = value_in(kUnits, tokens_[at_]);
        if (!unit || (*unit == 0 && !zero_allowed)) return 0;
        ++at_;
        if (*unit == 0) return 0;
        if (next_is("belas")) return ++at_, *unit + 10;
        if (!next_is("puluh")) return *unit;
        ++at_;
        if (!more()) return *unit * 10;
        const auto ones = value_in(kUnits, tokens_[at_]);
        if (!ones || *ones == 0) return *unit * 10;
        ++at_;
        return *unit * 10 + *ones;
    }

    Tokens tokens_;
    std::size_t start_;
    std::size_t at_;
    bool failed_ = false;
};

}  // namespace

std::optional<WordNumber> read_number_words(Tokens tokens, std::size_t at) {
    return NumberReader(tokens, at).read();
}

std::int64_t scale_of(const Token& token) {
    return value_in(kScales, token).value_or(0);
}

std::optional<std::int64_t> times(std::int64_t scaled, std::int64_t factor) {
    if (scaled > domain::Kuantitas::kMaxScaled / factor) return std::nullopt;
    return scaled * factor;
}

}  // namespace bot
