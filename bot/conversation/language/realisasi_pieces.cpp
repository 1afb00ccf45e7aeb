#include "bot/conversation/language/realisasi_pieces.hpp"

#include <algorithm>
#include <utility>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"
#include "bot/conversation/language/units.hpp"

namespace bot {
namespace {

bool is_source_word(Tokens tokens, std::size_t at) {
    if (tokens[at].is("berdasarkan")) return true;
    return tokens[at].is("sumber") && word_at(tokens, at + 1) != "daya";
}

bool is_note_word(const Token& token) {
    return token.is("keterangan") || token.is("catatan");
}

bool is_classifier(std::string_view unit) {
    return unit == "buah" || unit == "lembar" || unit == "eksemplar" || unit == "unit";
}

// A word with the shape of a verb or an abstract noun ("diverifikasi", "pengarsipan"): no name.
bool is_derived(std::string_view word) {
    constexpr std::size_t kShortest = 7;
    if (word.size() < kShortest) return false;
    for (const std::string_view prefix : {"di", "me", "ber", "ter", "pe", "ke", "se"}) {
        if (!word.starts_with(prefix)) continue;
        for (const std::string_view suffix : {"kan", "an", "i", "nya"}) {
            if (word.ends_with(suffix)) return true;
        }
        return prefix == "di" || word.starts_with("meng") || word.starts_with("mem");
    }
    return word.ends_with("kan") || word.ends_with("nya");
}

class Tagger {
public:
    Tagger(const Sentence& sentence, Tokens line, domain::Tanggal today)
        : sentence_(sentence), tokens_(line), today_(today) {}

    Pieces read() {
        skip_list_number();
        for (std::size_t i = 0; i < at_; ++i) result_.structure.push_back(tokens_[i]);
        while (at_ < tokens_.size()) {
            const std::size_t before = at_;
            if (is_source_word(tokens_, at_) || is_note_word(tokens_[at_])) {
                read_tail();
                continue;
            }
            if (!read_sign() && !read_reference() && !read_quantity()) read_word();
            for (std::size_t i = before; i < at_; ++i) result_.structure.push_back(tokens_[i]);
            skip_target();
        }
        return std::move(result_);
    }

private:
    Piece& add(PieceKind kind) {
        result_.pieces.push_back({});
        result_.pieces.back().kind = kind;
        return result_.pieces.back();
    }

    [[nodiscard]] bool last_is(PieceKind kind) const {
        return !result_.pieces.empty() && result_.pieces.back().kind == kind;
    }

    // "3 dari 12 laporan", "3 laporan dari target 12": what is reached of a target.
    void skip_target() {
        if (!last_is(PieceKind::Value) || word_at(tokens_, at_) != "dari") return;
        std::size_t at = at_ + 1;
        while (word_at(tokens_, at) == "target" || word_at(tokens_, at) == "total") ++at;
        const auto target = read_number(sentence_, tokens_, at);
        if (!target) return;
        at_ = at + target->count;
        if (result_.pieces.back().unit.empty())
            read_unit();
        else
            at_ += read_satuan(tokens_, at_).count;
    }

    // "1. rhk 1 3 laporan", "b) …", "- …": the number or letter only counts the lines.
    void skip_list_number() {
        while (at_ < tokens_.size() && !negates_number() &&
               (is_filler(tokens_[at_]) || tokens_[at_].is_sign('>'))) {
            ++at_;
        }
        if (at_ + 2 >= tokens_.size()) return;
        const bool letter = tokens_[at_].is_word() && tokens_[at_].word.size() == 1;
        if (!letter && !tokens_[at_].is_digits()) return;
        const Token& mark = tokens_[at_ + 1];
        const bool marks = mark.glued && (mark.is_sign('.') || mark.is_sign(')'));
        if (marks && !tokens_[at_ + 2].glued) at_ += 2;
    }

    // True where, behind a source, the next item begins: ", rhk 2 5 dokumen".
    [[nodiscard]] bool item_begins(std::size_t at) const {
        const Token& token = tokens_[at];
        if (!token.is_sign(',') && !token.is("dan")) return false;
        std::size_t next = at + 1;
        while (next < tokens_.size() && (is_filler(tokens_[next]) || tokens_[next].is("dan")))
            ++next;
        const auto rhk = read_rhk(tokens_, next);
        return rhk && rhk->rhk.nomor && tokens_[next].word != "yang";
    }

    // "sumber rekap bulanan rhk 1 3 laporan": a source in front of the item that it is for.
    [[nodiscard]] bool first_item_begins(std::size_t at) const {
        const bool nothing_yet = std::ranges::none_of(result_.pieces, [](const Piece& piece) {
            return piece.kind == PieceKind::Value || piece.kind == PieceKind::Rhk;
        });
        const auto rhk =
            nothing_yet && tokens_[at].is("rhk") ? read_rhk(tokens_, at) : std::nullopt;
        return rhk && rhk->rhk.nomor;
    }

    void read_tail() {
        const PieceKind kind = is_note_word(tokens_[at_]) ? PieceKind::Note : PieceKind::Source;
        ++at_;
        while (at_ < tokens_.size() && (is_ornament(tokens_[at_]) || tokens_[at_].is("data") ||
                                        tokens_[at_].is("dari") || tokens_[at_].is("adalah"))) {
            ++at_;
        }
        const std::size_t begin = at_;
        while (at_ < tokens_.size() && !item_begins(at_) && !first_item_begins(at_) &&
               !(kind == PieceKind::Source && is_note_word(tokens_[at_])) &&
               !(kind == PieceKind::Note && is_source_word(tokens_, at_))) {
            ++at_;
        }
        std::size_t end = at_;
        while (end > begin && (is_filler(tokens_[end - 1]) && !tokens_[end - 1].is_sign('.')))
            --end;
        if (end > begin) add(kind).text = sentence_.written(tokens_.subspan(begin, end - begin));
    }

    bool read_sign() {
        const Token& token = tokens_[at_];
        if (token.kind == TokenKind::Link) {
            add(PieceKind::Unknown);
        } else if (token.kind != TokenKind::Sign) {
            return false;
        } else if (token.is_sign(',') || token.is_sign('&')) {
            add(PieceKind::Separator);
        } else if (token.is_sign('+')) {
            const bool number = read_number(sentence_, tokens_, at_ + 1).has_value();
            add(number ? PieceKind::Add : PieceKind::Separator);
        } else if (negates_number()) {
            result_.unclear = true;
        } else if (token.is_sign(kRefusalEmoji) || token.is_sign('~') || limits_number()) {
            result_.unclear = true;
        }
        ++at_;
        return true;
    }

    // "-3" is a negative number; "- 3" is a dash or a bullet.
    [[nodiscard]] bool negates_number() const {
        return tokens_[at_].is_sign('-') && !tokens_[at_].glued && at_ + 1 < tokens_.size() &&
               tokens_[at_ + 1].glued && tokens_[at_ + 1].is_digits();
    }

    // ">3", "<3": not the number itself. The arrow "->" is none of these.
    [[nodiscard]] bool limits_number() const {
        const Token& token = tokens_[at_];
        if (!token.is_sign('>') && !token.is_sign('<')) return false;
        const bool arrow = at_ > 0 && token.glued && tokens_[at_ - 1].is_sign('-');
        return !arrow && at_ + 1 < tokens_.size() && tokens_[at_ + 1].is_digits();
    }

    bool read_reference() {
        if (!tokens_[at_].is("yang")) {
            if (const auto rhk = read_rhk(tokens_, at_)) {
                result_.unclear = result_.unclear || rhk->unclear;
                if (!rhk->bare) add(PieceKind::Rhk).rhk = rhk->rhk;
                at_ += rhk->count;
                if (!rhk->bare) read_more_rhk();
                return true;
            }
        }
        if (const auto periode = read_periode(tokens_, at_, today_)) {
            add(PieceKind::Period).period = periode->periode;
            at_ += periode->count;
            return true;
        }
        return false;
    }

    // "rhk 1, 2 dan 3 masing-masing 4 laporan"
    void read_more_rhk() {
        std::vector<int> more;
        std::size_t at = at_;
        while (at + 1 < tokens_.size() &&
               (tokens_[at].is_sign(',') || tokens_[at].is_sign('&') || tokens_[at].is("dan"))) {
            if (word_at(tokens_, at + 1) == "dan") ++at;
            const auto number = read_ordinal(tokens_, at + 1, Roman::Refused);
            if (!number) break;
            more.push_back(number->value);
            at += 1 + number->count;
        }
        if (word_at(tokens_, at) != "masing") return;
        for (const int number : more) add(PieceKind::Rhk).rhk.nomor = number;
        at_ = at;
    }

    bool read_quantity() {
        if (read_clock()) return true;
        const auto number = read_number(sentence_, tokens_, at_);
        const auto date = read_dates(tokens_, at_, today_);
        const bool no_number = !number || (!number->nilai && !number->ganda);
        const bool counted = date && read_satuan(tokens_, at_ + date->count).count > 0;
        if (date && ((no_number && !counted) || (number && date->count > number->count))) {
            add(PieceKind::Date);
            if (date->span && date->span->awal > today_) result_.future = true;
            at_ += date->count;
            return true;
        }
        if (!number) return false;
        at_ += number->count;
        if (!number->nilai && !number->ganda) result_.unclear = true;
        if (range_follows()) result_.unclear = true;
        // "seribu triliun", "tiga empat": more number words that do not fit.
        if (at_ < tokens_.size() && tokens_[at_].has(WordClass::Bilangan)) result_.unclear = true;
        // "3an laporan"
        if (word_at(tokens_, at_) == "an" && tokens_[at_].glued) result_.unclear = true;
        if (was_old_value(at_)) return true;
        skip_repetition_in_words(*number);
        add(PieceKind::Value).number = *number;
        if (number->percent) {
            result_.pieces.back().unit = "%";
            return true;
        }
        if (number->rupiah) {
            result_.pieces.back().unit = "rupiah";
            return true;
        }
        read_unit();
        return true;
    }

    // "12 (dua belas) laporan"; another number in the brackets makes both doubtful.
    void skip_repetition_in_words(const NumberReading& number) {
        if (!is_sign_at(tokens_, at_, '(')) return;
        const auto words = read_number(sentence_, tokens_, at_ + 1);
        if (!words || !is_sign_at(tokens_, at_ + 1 + words->count, ')')) return;
        if (words->nilai != number.nilai) result_.unclear = true;
        at_ += words->count + 2;
    }

    // "dari 9 jadi 11": the first number is what it was.
    [[nodiscard]] bool was_old_value(std::size_t behind) const {
        std::size_t before = behind;
        while (before > 0 && !tokens_[before - 1].is_word()) --before;
        const bool from = before > 0 && tokens_[before - 1].is("dari");
        const std::size_t unit = read_satuan(tokens_, behind).count;
        const std::string_view next = word_at(tokens_, behind + unit);
        return from && (next == "jadi" || next == "menjadi") &&
               read_number(sentence_, tokens_, behind + unit + 1).has_value();
    }

    // "jam 14.00", "pukul 9"
    bool read_clock() {
        const bool named =
            tokens_[at_].is("pukul") || (tokens_[at_].is("jam") && !last_is(PieceKind::Value));
        if (!named || at_ + 1 >= tokens_.size() || !tokens_[at_ + 1].is_digits()) return false;
        at_ += 2;
        while (at_ + 1 < tokens_.size() && tokens_[at_].glued &&
               (tokens_[at_].is_sign('.') || tokens_[at_].is_sign(':')) &&
               tokens_[at_ + 1].is_digits()) {
            at_ += 2;
        }
        add(PieceKind::Date);
        return true;
    }

    [[nodiscard]] bool range_follows() const {
        const bool connects = is_sign_at(tokens_, at_, '-') || word_at(tokens_, at_) == "sampai" ||
                              word_at(tokens_, at_) == "hingga" || word_at(tokens_, at_) == "atau";
        return connects && read_number(sentence_, tokens_, at_ + 1).has_value();
    }

    void read_unit() {
        SatuanReading unit = read_satuan(tokens_, at_);
        at_ += unit.count;
        if (unit.count > 0 && is_classifier(unit.satuan)) {
            const SatuanReading more = read_satuan(tokens_, at_);
            at_ += more.count;
            if (more.count > 0) unit = more;
        }
        if (unit.count == 0 && at_ < tokens_.size() && tokens_[at_].unknown() &&
            !tokens_[at_].resembles_decision && !read_rhk(tokens_, at_)) {
            unit = {1, tokens_[at_].word};
            ++at_;
        }
        result_.pieces.back().unit = unit.satuan;
    }

    // "untuk pelayanan", "yang pelayanan": an RHK by its text.
    bool read_rhk_text() {
        const Token& token = tokens_[at_];
        const bool leads = token.is("yang") || token.is("untuk") || token.is("di") ||
                           token.is("pada") || token.is("tentang") || token.is("soal") ||
                           token.is("mengenai") || token.is("terkait") || token.is("ke");
        if (!leads) return false;
        std::size_t at = at_ + 1;
        while (word_at(tokens_, at) == "yang" || word_at(tokens_, at) == "bagian") ++at;
        std::string text;
        bool person = false;
        while (at < tokens_.size() && (tokens_[at].unknown() || names_work(tokens_[at]))) {
            person = person || (tokens_[at].unknown() && !is_derived(tokens_[at].word));
            if (!text.empty()) text += ' ';
            text += tokens_[at++].word;
        }
        const auto which = token.is("yang") ? read_rhk(tokens_, at_) : std::nullopt;
        if (which && which->rhk.nomor) {
            add(PieceKind::RhkText).rhk = which->rhk;
            at_ += which->count;
            return true;
        }
        if (text.empty()) return false;
        add(PieceKind::RhkText).rhk.teks = std::move(text);
        result_.pieces.back().person = person;
        at_ = at;
        return true;
    }

    // Ordinary words, units and names of commands may all be part of the text of an RHK.
    static bool names_work(const Token& token) {
        constexpr WordClasses kWork =
            bit(WordClass::Umum) | bit(WordClass::Satuan) | bit(WordClass::Perintah);
        constexpr WordClasses kOther = ~kWork;
        return token.is_word() && (token.classes & kWork) != 0 && (token.classes & kOther) == 0;
    }

    // "nilai" in front of a number says only that one follows.
    [[nodiscard]] bool is_label() const {
        const Token& token = tokens_[at_];
        if (!token.is("nilai") && !token.is("angka") && !token.is("jumlah")) return false;
        std::size_t next = at_ + 1;
        while (next < tokens_.size() && is_filler(tokens_[next])) ++next;
        return read_number(sentence_, tokens_, next).has_value();
    }

    [[nodiscard]] static PieceKind kind_of(const Token& token) {
        if (token.has(WordClass::Lain)) return PieceKind::Person;
        return token.unknown() && !is_derived(token.word) ? PieceKind::Unknown : PieceKind::Known;
    }

    void read_word() {
        const Token& token = tokens_[at_];
        if (const auto aspect = aspek_of(token)) {
            add(PieceKind::Aspect).aspect = *aspect;
        } else if (token.has(WordClass::Aspek)) {
            // "aspek waktu": the name follows
        } else if (token.is("tambah") || token.is("plus") || token.is("lagi")) {
            add(PieceKind::Add);
        } else if (token.is("masing")) {
            add(PieceKind::Each);
        } else if (is_label()) {
            // "nilai: 3", "jumlah 3"
        } else if (read_rhk_text()) {
            return;
        } else if (const SatuanReading unit = read_satuan(tokens_, at_); unit.count > 0) {
            add(PieceKind::Unit).unit = unit.satuan;
            at_ += unit.count;
            return;
        } else if (token.has(WordClass::Catat)) {
            add(PieceKind::Record);
        } else if (token.has(WordClass::Lihat)) {
            add(PieceKind::Show);
        } else if (token.is("dan") || token.is("serta") || token.is("lalu") ||
                   token.is("kemudian") || token.is("sedangkan")) {
            add(PieceKind::Separator);
        } else if (!is_filler(token) && !token.has(WordClass::Depan) && !token.has(WordClass::Hubung)) {
            add(kind_of(token));
        }
        ++at_;
    }

    const Sentence& sentence_;
    Tokens tokens_;
    domain::Tanggal today_;
    std::size_t at_ = 0;
    Pieces result_;
};

}  // namespace

Pieces read_pieces(const Sentence& sentence, Tokens line, domain::Tanggal today) {
    return Tagger(sentence, line, today).read();
}

}  // namespace bot
