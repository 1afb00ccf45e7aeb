#include "bot/conversation/language/realisasi_pieces.hpp"

#include <algorithm>
#include <utility>

#include "bot/conversation/language/realisasi_quantity.hpp"
#include "bot/conversation/language/realisasi_text.hpp"
#include "bot/conversation/language/references.hpp"
#include "bot/conversation/language/scan.hpp"
#include "bot/conversation/language/units.hpp"

namespace bot {
namespace {

class Tagger {
public:
    Tagger(const Sentence& sentence, Tokens line, domain::Tanggal today)
        : sentence_(sentence), tokens_(line), today_(today) {}

    Pieces read() {
        at_ = list_mark_length(tokens_);
        keep_structure(0);
        while (at_ < tokens_.size()) {
            const std::size_t before = at_;
            hidden_ = 0;
            if (take_tail()) continue;
            if (!take_sign() && !take_reference() && !take_quantity()) take_word();
            keep_structure(before);
        }
        return std::move(result_);
    }

private:
    Piece& add(PieceKind kind) {
        result_.pieces.push_back({});
        result_.pieces.back().kind = kind;
        return result_.pieces.back();
    }

    void keep_structure(std::size_t from) {
        const Tokens part = tokens_.subspan(from, at_ - from - hidden_);
        result_.structure.insert(result_.structure.end(), part.begin(), part.end());
    }

    bool take_tail() {
        const bool begun = std::ranges::any_of(result_.pieces, [](const Piece& piece) {
            return piece.kind == PieceKind::Value || piece.kind == PieceKind::Rhk;
        });
        const TailReading tail =
            read_tail(sentence_, tokens_, at_, begun ? Item::Begun : Item::NotBegun);
        if (tail.kind == TailKind::None) return false;
        const PieceKind kind = tail.kind == TailKind::Note ? PieceKind::Note : PieceKind::Source;
        if (!tail.text.empty()) add(kind).text = tail.text;
        at_ += tail.count;
        return true;
    }

    bool take_sign() {
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
        } else if (is_negative_number(tokens_, at_) || token.is_sign(kRefusalEmoji) || token.is_sign('~') || limits_number()) {
            result_.unclear = true;
        }
        ++at_;
        return true;
    }

    // ">3", "<3": not the number itself. The arrow "->" is none of these.
    [[nodiscard]] bool limits_number() const {
        const Token& token = tokens_[at_];
        if (!token.is_sign('>') && !token.is_sign('<')) return false;
        const bool arrow = at_ > 0 && token.glued && tokens_[at_ - 1].is_sign('-');
        return !arrow && at_ + 1 < tokens_.size() && tokens_[at_ + 1].is_digits();
    }

    bool take_reference() {
        const auto rhk = tokens_[at_].is("yang") ? std::nullopt : read_rhk(tokens_, at_);
        if (rhk) {
            result_.unclear = result_.unclear || rhk->unclear;
            if (!rhk->bare) add(PieceKind::Rhk).rhk = rhk->rhk;
            at_ += rhk->count;
            if (!rhk->bare) take_more_rhk();
            return true;
        }
        auto periode = read_periode(tokens_, at_, today_);
        if (!periode) periode = read_other_year(tokens_, at_, today_);
        if (!periode) return false;
        add(PieceKind::Period).period = periode->periode;
        at_ += periode->count;
        return true;
    }

    // "rhk 1, 2 dan 3 masing-masing 4 laporan"
    void take_more_rhk() {
        std::vector<int> more;
        std::size_t at = at_;
        while (is_sign_at(tokens_, at, ',') || is_sign_at(tokens_, at, '&') ||
               word_at(tokens_, at) == "dan") {
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

    bool take_quantity() {
        const QuantityReading quantity = read_quantity(sentence_, tokens_, at_, today_);
        if (quantity.kind == QuantityKind::None) return false;
        at_ += quantity.count;
        hidden_ = quantity.target_count;
        result_.unclear = result_.unclear || quantity.unclear;
        result_.future = result_.future || quantity.future;
        if (quantity.kind == QuantityKind::Moment) add(PieceKind::Silent);
        if (quantity.kind == QuantityKind::Value) {
            Piece& value = add(PieceKind::Value);
            value.number = quantity.number;
            value.unit = quantity.unit;
        }
        return true;
    }

    // "untuk pelayanan", "yang kedua"
    bool take_rhk_text() {
        const auto which = tokens_[at_].is("yang") ? read_rhk(tokens_, at_) : std::nullopt;
        if (which && which->rhk.nomor) {
            add(PieceKind::RhkText).rhk = which->rhk;
            at_ += which->count;
            return true;
        }
        RhkTextReading reading = read_rhk_text(tokens_, at_);
        if (reading.count == 0) return false;
        Piece& piece = add(PieceKind::RhkText);
        piece.rhk.teks = std::move(reading.text);
        piece.person = reading.person;
        at_ += reading.count;
        return true;
    }

    // "nilai" in front of a number says only that one follows.
    [[nodiscard]] bool is_label() const {
        if (!is_any_of(tokens_[at_], "nilai angka jumlah")) return false;
        std::size_t next = at_ + 1;
        while (next < tokens_.size() && is_filler(tokens_[next])) ++next;
        return read_number(sentence_, tokens_, next).has_value();
    }

    void take_word() {
        const SatuanReading unit = read_satuan(tokens_, at_);
        const Token& token = tokens_[at_];
        if (const auto aspect = aspek_of(token)) {
            add(PieceKind::Aspect).aspect = *aspect;
        } else if (is_label() || token.has(WordClass::Aspek)) {
            // "nilai: 3", "aspek waktu": what counts follows
        } else if (take_rhk_text()) {
            return;
        } else if (unit.count > 0) {
            add(PieceKind::Unit).unit = unit.satuan;
            at_ += unit.count;
            return;
        } else if (const PieceKind kind = kind_of(token); kind != PieceKind::Silent) {
            add(kind);
        }
        ++at_;
    }

    // What a word does in the line; Silent for one that does nothing.
    static PieceKind kind_of(const Token& token) {
        if (is_any_of(token, "tambah plus lagi")) return PieceKind::Add;
        // "indikator kualitas"; "5 berkas saja kok", which asks only in front (guards)
        if (is_any_of(token, "indikator kok")) return PieceKind::Silent;
        if (token.is("masing")) return PieceKind::Each;
        if (token.has(WordClass::Catat)) return PieceKind::Record;
        if (token.has(WordClass::Lihat)) return PieceKind::Show;
        if (is_any_of(token, "dan serta lalu kemudian sedangkan")) return PieceKind::Separator;
        if (is_filler(token) || token.has(WordClass::Depan) || token.has(WordClass::Hubung)) {
            return PieceKind::Silent;
        }
        if (token.has(WordClass::Lain)) return PieceKind::Person;
        return token.unknown() && !is_derived(token.word) ? PieceKind::Unknown : PieceKind::Known;
    }

    const Sentence& sentence_;
    Tokens tokens_;
    domain::Tanggal today_;
    std::size_t at_ = 0;
    std::size_t hidden_ = 0;  // tokens just read that the guards must not see
    Pieces result_;
};

}  // namespace

Pieces read_pieces(const Sentence& sentence, Tokens line, domain::Tanggal today) {
    return Tagger(sentence, line, today).read();
}

}  // namespace bot
