#include "bot/conversation/language/realisasi_items.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace bot {
namespace {

class Assembler {
public:
    explicit Assembler(const std::vector<Piece>& pieces) : pieces_(pieces) {
        each_ = std::ranges::any_of(pieces, [](const Piece& piece) {
            return piece.kind == PieceKind::Each;
        });
    }

    LineItems read() {
        for (at_ = 0; at_ < pieces_.size(); ++at_) take(pieces_[at_]);
        finish();
        spread_period();
        result_.adds = all_add_;
        return std::move(result_);
    }

private:
    void take(const Piece& piece) {
        switch (piece.kind) {
            case PieceKind::Rhk:
                return take_rhk(piece.rhk);
            case PieceKind::RhkText:
                return take_rhk_text(piece);
            case PieceKind::Value:
                return take_value(piece);
            case PieceKind::Unit:
                return take_unit(piece.unit);
            case PieceKind::Aspect:
                return take_aspect(piece.aspect);
            case PieceKind::Period:
                return take_period(piece.period);
            case PieceKind::Add:
                return take_add();
            case PieceKind::Source:
                current_.sumber = piece.text;
                return;
            case PieceKind::Note:
                current_.keterangan = piece.text;
                return;
            case PieceKind::Record:
                result_.recorded = true;
                return;
            case PieceKind::Separator:
                separated_ = true;
                return;
            case PieceKind::Unknown:
                if (!started_) result_.strange = true;
                result_.other_words = true;
                return;
            case PieceKind::Person:
                result_.strange = true;
                result_.other_words = true;
                return;
            case PieceKind::Show:
            case PieceKind::Known:
                result_.other_words = true;
                return;
            case PieceKind::Each:
            case PieceKind::Silent:
                return;
        }
    }

    void take_rhk(const RhkAcuan& rhk) {
        started_ = true;
        rhk_after_value_ = has_value(current_);
        if (weak_) {
            current_.rhk.reset();  // "yang diverifikasi pada rhk 2", "untuk Rudi rhk 1"
            result_.strange = result_.strange || weak_person_;
        }
        weak_ = false;
        if (current_.rhk && inherited_ && has_value(current_) && separated_) {
            finish();  // "rhk 1 3 laporan dan waktu 3 bulan, rhk 2 …"
        } else if (current_.rhk && !inherited_) {
            if (!has_value(current_)) {
                // "rhk 1 dan 2 masing-masing 3 laporan", or two RHK that share nothing
                if (!each_) result_.unclear = true;
                waiting_.push_back(*current_.rhk);
            } else {
                finish();
            }
        }
        current_.rhk = rhk;
        inherited_ = false;
        separated_ = false;
    }

    void take_rhk_text(const Piece& piece) {
        const RhkAcuan& rhk = piece.rhk;
        rhk_after_value_ = has_value(current_);
        started_ = true;
        if (current_.rhk && !inherited_) {
            if (!has_value(current_) || !separated_) {
                result_.other_words = true;
                return;
            }
            finish();
        }
        current_.rhk = rhk;
        inherited_ = false;
        weak_ = !rhk.nomor.has_value();
        weak_person_ = piece.person;
    }

    void take_value(const Piece& piece) {
        started_ = true;
        if (has_value(current_)) {
            // "rhk 1 3 4 laporan", "3 laporan 2 laporan"
            // … and "3 laporan, 4": two values of one thing
            const bool named = !current_.satuan.empty() && !piece.unit.empty();
            const bool doubtful = !named || current_.satuan == piece.unit;
            if (doubtful && !rhk_after_value_) result_.unclear = true;
            inherit();
        }
        current_.nilai = piece.number.nilai;
        current_.ganda = piece.number.ganda;
        if (!piece.unit.empty()) current_.satuan = piece.unit;
        separated_ = false;
        rhk_after_value_ = false;
    }

    void take_unit(std::string_view unit) {
        started_ = true;
        // "laporan 3" names the unit first; behind a value with its own unit it is only a word.
        const bool value_follows = at_ + 1 < pieces_.size() &&
                                   pieces_[at_ + 1].kind == PieceKind::Value &&
                                   pieces_[at_ + 1].unit.empty();
        if (has_value(current_) && value_follows && separated_) inherit();
        if (current_.satuan.empty()) {
            current_.satuan = unit;
        } else {
            result_.other_words = true;
        }
    }

    void take_aspect(domain::Aspek aspect) {
        started_ = true;
        const bool value_follows =
            at_ + 1 < pieces_.size() &&
            (pieces_[at_ + 1].kind == PieceKind::Value || pieces_[at_ + 1].kind == PieceKind::Unit);
        if (has_value(current_) && (current_.aspek || value_follows || separated_)) inherit();
        current_.aspek = aspect;
    }

    void take_period(const PeriodeAcuan& period) {
        started_ = true;
        if (current_.periode && has_value(current_)) inherit();
        current_.periode = period;
        ++periods_;
    }

    void take_add() {
        // "tambah" in front of everything is meant for all items.
        if (!started_) all_add_ = true;
        const bool value_follows =
            at_ + 1 < pieces_.size() && pieces_[at_ + 1].kind == PieceKind::Value;
        if (has_value(current_) && value_follows) inherit();
        current_.cara = CaraIsi::Tambahkan;
    }

    // A new item that has the RHK of the one before it until another is named.
    void inherit() {
        const std::optional<RhkAcuan> rhk = current_.rhk;
        finish();
        current_.rhk = rhk;
        inherited_ = rhk.has_value();
    }

    void finish() {
        if (all_add_) current_.cara = CaraIsi::Tambahkan;
        if (says_something(current_)) {
            for (RhkAcuan& rhk : waiting_) {
                IsiRealisasi item = current_;
                item.rhk = std::move(rhk);
                result_.items.push_back(std::move(item));
            }
            result_.items.push_back(std::move(current_));
        }
        waiting_.clear();
        weak_ = false;
        current_ = {};
        inherited_ = false;
        separated_ = false;
    }

    // One period named once is meant for all items of the line.
    void spread_period() {
        if (periods_ != 1) return;
        const auto named = std::ranges::find_if(result_.items, [](const IsiRealisasi& item) {
            return item.periode.has_value();
        });
        if (named == result_.items.end()) return;
        const PeriodeAcuan period = *named->periode;
        for (IsiRealisasi& item : result_.items) item.periode = period;
    }

    const std::vector<Piece>& pieces_;
    std::size_t at_ = 0;
    IsiRealisasi current_;
    std::vector<RhkAcuan> waiting_;
    bool each_ = false;
    bool inherited_ = false;
    bool weak_person_ = false;
    bool weak_ = false;  // the RHK is a guess from words, and yields to a number
    bool separated_ = false;
    bool rhk_after_value_ = false;
    bool started_ = false;
    bool all_add_ = false;
    int periods_ = 0;
    LineItems result_;
};

}  // namespace

bool has_value(const IsiRealisasi& item) {
    return item.nilai.has_value() || item.ganda.has_value();
}

bool says_something(const IsiRealisasi& item) {
    return item.rhk || has_value(item) || item.aspek || item.periode || !item.satuan.empty() ||
           !item.sumber.empty() || !item.keterangan.empty();
}

LineItems assemble_items(const std::vector<Piece>& pieces) {
    return Assembler(pieces).read();
}

}  // namespace bot
