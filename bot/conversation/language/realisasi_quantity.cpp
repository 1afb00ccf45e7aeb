#include "bot/conversation/language/realisasi_quantity.hpp"

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"
#include "bot/conversation/language/units.hpp"

namespace bot {
namespace {

// Counts things whose name may follow: "3 buah buku".
bool is_classifier(std::string_view unit) {
    return unit == "buah" || unit == "lembar" || unit == "eksemplar" || unit == "unit";
}

// "jam 14.00", "pukul 9"; 0 if there is none.
std::size_t clock_length(Tokens tokens, std::size_t at) {
    const bool behind_rhk = at > 1 && is_any_of(tokens[at - 2], "rhk nomor ke");
    const bool behind_number = at > 0 && tokens[at - 1].is_digits() && !behind_rhk;
    const bool named = tokens[at].is("pukul") || (tokens[at].is("jam") && !behind_number);
    if (!named || at + 1 >= tokens.size() || !tokens[at + 1].is_digits()) return 0;
    std::size_t end = at + 2;
    while (end + 1 < tokens.size() && tokens[end].glued &&
           (tokens[end].is_sign('.') || tokens[end].is_sign(':')) && tokens[end + 1].is_digits()) {
        end += 2;
    }
    return end - at;
}

class QuantityReader {
public:
    QuantityReader(const Sentence& sentence, Tokens tokens, std::size_t at)
        : sentence_(sentence), tokens_(tokens), start_(at), at_(at) {}

    QuantityReading read(const NumberReading& number) {
        at_ += number.count;
        result_.kind = QuantityKind::Value;
        result_.number = number;
        result_.unclear = (!number.nilai && !number.ganda) || is_inexact();
        if (is_old_value()) {
            result_.kind = QuantityKind::OldValue;
        } else {
            skip_repetition_in_words();
            read_unit();
            skip_target();
        }
        result_.count = at_ - start_;
        return result_;
    }

private:
    // "3-5", "3 atau 4", "3an", "tiga empat", "seribu triliun".
    [[nodiscard]] bool is_inexact() const {
        if (at_ >= tokens_.size()) return false;
        const Token& next = tokens_[at_];
        const bool connects = next.is_sign('-') || is_any_of(next, "sampai hingga atau");
        if (connects && read_number(sentence_, tokens_, at_ + 1)) return true;
        return next.has(WordClass::Bilangan) || (next.is("an") && next.glued);
    }

    // "dari 9 jadi 11"
    [[nodiscard]] bool is_old_value() const {
        if (start_ == 0 || !tokens_[start_ - 1].is("dari")) return false;
        const std::size_t next = at_ + read_satuan(tokens_, at_).count;
        return (word_at(tokens_, next) == "jadi" || word_at(tokens_, next) == "menjadi") &&
               read_number(sentence_, tokens_, next + 1).has_value();
    }

    // "12 (dua belas) laporan"; another number in the brackets makes both doubtful.
    void skip_repetition_in_words() {
        if (!is_sign_at(tokens_, at_, '(')) return;
        const auto words = read_number(sentence_, tokens_, at_ + 1);
        if (!words || !is_sign_at(tokens_, at_ + 1 + words->count, ')')) return;
        if (words->nilai != result_.number.nilai) result_.unclear = true;
        at_ += words->count + 2;
    }

    void read_unit() {
        if (result_.number.percent || result_.number.rupiah) {
            result_.unit = result_.number.percent ? "%" : "rupiah";
            return;
        }
        SatuanReading unit = read_satuan(tokens_, at_);
        at_ += unit.count;
        if (unit.count > 0 && is_classifier(unit.satuan)) {
            const SatuanReading more = read_satuan(tokens_, at_);
            at_ += more.count;
            if (more.count > 0) unit = more;
        }
        const bool other = unit.count == 0 && at_ < tokens_.size() && tokens_[at_].unknown() &&
                           !tokens_[at_].resembles_decision && !read_rhk(tokens_, at_);
        if (other) unit = {1, tokens_[at_++].word};
        result_.unit = unit.satuan;
    }

    // "3 dari 12 laporan", "3 laporan dari target 12": what is reached of a target.
    void skip_target() {
        if (word_at(tokens_, at_) != "dari") return;
        std::size_t at = at_ + 1;
        while (word_at(tokens_, at) == "target" || word_at(tokens_, at) == "total") ++at;
        const auto target = read_number(sentence_, tokens_, at);
        if (!target) return;
        result_.target_count = at + target->count - at_;
        at_ = at + target->count;
        if (result_.unit.empty()) return read_unit();
        at_ += read_satuan(tokens_, at_).count;
    }

    const Sentence& sentence_;
    Tokens tokens_;
    std::size_t start_;
    std::size_t at_;
    QuantityReading result_;
};

}  // namespace

QuantityReading read_quantity(
    const Sentence& sentence, Tokens tokens, std::size_t at, domain::Tanggal today
) {
    QuantityReading moment;
    moment.kind = QuantityKind::Moment;
    moment.count = clock_length(tokens, at);
    if (moment.count > 0) return moment;
    const auto number = read_number(sentence, tokens, at);
    auto date = read_dates(tokens, at, today);
    // "sampai dengan triwulan ini" names the period, not a span of days.
    const bool until = is_any_of(tokens[at], "sampai hingga");
    if (until && date && contains_word(tokens.subspan(at, date->count), "triwulan")) date.reset();
    const bool no_number = !number || (!number->nilai && !number->ganda);
    const bool counted = date && read_satuan(tokens, at + date->count).count > 0;
    if (date && ((no_number && !counted) || (number && date->count > number->count))) {
        moment.count = date->count;
        moment.future = date->span && date->span->awal > today;
        return moment;
    }
    return number ? QuantityReader(sentence, tokens, at).read(*number) : QuantityReading{};
}

}  // namespace bot
