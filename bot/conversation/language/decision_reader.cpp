#include "bot/conversation/language/decision_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "bot/conversation/language/decision_parts.hpp"
#include "bot/conversation/language/decision_words.hpp"
#include "bot/conversation/language/item_numbers.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// Takes a message of decisions apart, clause by clause.
class DecisionWords {
public:
    explicit DecisionWords(const Sentence& sentence) : sentence_(sentence), tokens_(sentence.tokens()) {}

    // Nothing if a part of the message is no decision; then none of it may act.
    std::optional<Putuskan> read() {
        while (skip_between()) {
            if (!clause()) return std::nullopt;
        }
        if (result_.putusan.empty() || breaks_off() || !fill_rest() || contradicts(result_)) {
            return std::nullopt;
        }
        return std::move(result_);
    }

    // What the guards may look at: everything but the reasons. Valid after read(), also if it gave
    // nothing: the part up to where reading stopped is known, the rest is added.
    [[nodiscard]] std::vector<Token> structure() const {
        std::vector<Token> outside = structure_;
        if (more() || breaks_off()) outside.insert(outside.end(), joiners_.begin(), joiners_.end());
        for (std::size_t i = at_; i < tokens_.size(); ++i) outside.push_back(tokens_[i]);
        return outside;
    }

private:
    // "setuju sih tapi": what comes after it is not said.
    [[nodiscard]] bool breaks_off() const {
        std::size_t last = tokens_.size();
        while (last > 0 && is_filler(tokens_[last - 1])) --last;
        return last > 0 && !more() && !joiners_.empty() &&
               joiners_.back().end == tokens_[last - 1].end;
    }

    [[nodiscard]] bool more() const { return at_ < tokens_.size(); }

    void pass() { structure_.push_back(tokens_[at_++]); }
    void pass(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) pass();
    }

    // Skips politeness and conjunctions; false at the end.
    bool skip_between() {
        while (more() && !is_all(tokens_[at_]) && !is_decision(tokens_[at_]) &&
               (is_filler(tokens_[at_]) || joins_clauses(tokens_[at_]) || tokens_[at_].is("untuk"))
        ) {
            // A "tapi" between two clauses is no condition.
            if (joins_clauses(tokens_[at_])) {
                joiners_.push_back(tokens_[at_++]);
            } else {
                pass();
            }
        }
        return more();
    }

    void skip_fillers() {
        while (more() && is_filler(tokens_[at_]) && !is_all(tokens_[at_]) &&
               !tokens_[at_].is_sign(':') && !tokens_[at_].is_sign('(') &&
               !tokens_[at_].is_sign(';') && !tokens_[at_].is_sign('\n')) {
            pass();
        }
    }

    bool clause() {
        Putusan decision;
        loose_list_ = false;
        if (is_decision(tokens_[at_])) {
            decision.keputusan = take_decision();
            const std::size_t behind = at_;
            const std::size_t structure = structure_.size();
            skip_to_target();
            if (!target(decision, ListPlace::BehindDecision)) return false;
            // No item is named: what was skipped may belong to the reason ("mohon dilengkapi").
            if (decision.nomor.empty() && !decision.semua) {
                at_ = behind;
                structure_.resize(structure);
            }
        } else {
            // "1,3 setuju", "semua setuju kecuali 2"
            if (!target(decision, ListPlace::Anywhere) ||
                (decision.nomor.empty() && !decision.semua))
                return false;
            skip_fillers();
            if (!more() || !is_decision(tokens_[at_])) return false;
            decision.keputusan = take_decision();
            if (decision.semua && decision.kecuali.empty() && !exceptions(decision)) return false;
        }
        if (decision.keputusan == Keputusan::Kembalikan) {
            if (!reason(decision)) return false;
        } else if (!ends_here()) {
            return false;
        }
        result_.putusan.push_back(std::move(decision));
        return true;
    }

    Keputusan take_decision() {
        const bool approves = tokens_[at_].has(WordClass::Setuju);
        pass();
        return approves ? Keputusan::Setujui : Keputusan::Kembalikan;
    }

    // "setujui yang nomor 1", "setujui untuk nomor 2", "acc pak, 1 dan 3"
    void skip_to_target() {
        skip_fillers();
        while (more() && tokens_[at_].is("untuk")) pass();
    }

    // Numbers, or "semua" with exceptions, or nothing at all.
    bool target(Putusan& decision, ListPlace place) {
        if (!more()) return true;
        if (is_all(tokens_[at_])) {
            if (is_rest(tokens_[at_])) rest_ = result_.putusan.size();
            pass();
            decision.semua = true;
            return exceptions(decision);
        }
        auto numbers = read_item_numbers(tokens_, at_, place);
        if (!numbers) return true;
        if (numbers->unclear) return false;
        pass(numbers->count);
        decision.nomor = std::move(numbers->numbers);
        loose_list_ = numbers->end == ListEnd::Loose;
        return leave_out(decision);
    }

    // "1-5 kecuali 3"
    bool leave_out(Putusan& decision) {
        Putusan excepted;
        if (!exceptions(excepted)) return false;
        if (!std::ranges::includes(decision.nomor, excepted.kecuali)) return false;
        std::erase_if(decision.nomor, [&excepted](int number) {
            return std::ranges::binary_search(excepted.kecuali, number);
        });
        return !decision.nomor.empty();
    }

    bool exceptions(Putusan& decision) {
        std::size_t next = at_;
        while (next < tokens_.size() && is_filler(tokens_[next])) ++next;
        const std::string_view word = word_at(tokens_, next);
        if (word != "kecuali" && word != "selain") return true;
        pass(next + 1 - at_);
        auto numbers = read_item_numbers(tokens_, at_);
        if (!numbers || numbers->unclear) return false;
        pass(numbers->count);
        decision.kecuali = std::move(numbers->numbers);
        return true;
    }

    // After an approval only politeness may stand before the next clause.
    bool ends_here() {
        skip_between();
        if (!more()) return true;
        return is_decision(tokens_[at_]) || is_all(tokens_[at_]) ||
               read_item_numbers(tokens_, at_).has_value();
    }

    // The rest of a refusal is its reason, as written, up to the next clause.
    bool reason(Putusan& decision) {
        while (more() && (is_address(tokens_[at_]) || is_sign_at(tokens_, at_, ','))) pass();
        if (!more() || tokens_[at_].is_sign(';') || tokens_[at_].is_sign('\n')) return true;
        if (tokens_[at_].is("dengan") && word_at(tokens_, at_ + 1) == "alasan") pass();
        if (clause_follows(tokens_, at_) &&
            (joins_clauses(tokens_[at_]) || is_decision(tokens_[at_]))) {
            return true;
        }
        const bool introduced = begins_reason(tokens_[at_]) || tokens_[at_].is_sign('-') ||
                                (at_ > 0 && tokens_[at_ - 1].is_sign('-'));
        if (loose_list_ && decision.nomor.size() > 1 && !introduced) return false;
        while (more() && (begins_reason(tokens_[at_]) || is_ornament(tokens_[at_]))) pass();
        const std::size_t end = reason_end(tokens_, at_);
        const Tokens words = tokens_.subspan(at_, end - at_);
        if (std::ranges::all_of(words, is_filler)) {
            pass(words.size());
            return true;
        }
        if (!introduced && is_doubtful(words)) return false;
        const std::size_t text_end =
            end < tokens_.size() ? tokens_[end].begin : sentence_.text().size();
        const std::size_t begin = words.front().begin;
        decision.alasan = sentence_.written(begin, text_end);
        if (begin > 0 && sentence_.text()[begin - 1] == '(' && decision.alasan.ends_with(')')) {
            decision.alasan.pop_back();
        }
        at_ = end;
        return true;
    }

    // "sisanya": all but what the other clauses name; they must name something.
    bool fill_rest() {
        if (!rest_) return true;
        Putusan& rest = result_.putusan[*rest_];
        for (const Putusan& other : result_.putusan) {
            if (&other == &rest) continue;
            rest.kecuali.insert(rest.kecuali.end(), other.nomor.begin(), other.nomor.end());
        }
        std::ranges::sort(rest.kecuali);
        return !rest.kecuali.empty();
    }

    const Sentence& sentence_;
    Tokens tokens_;
    std::size_t at_ = 0;
    bool loose_list_ = false;
    std::optional<std::size_t> rest_;  // the clause that says "sisanya"
    std::vector<Token> structure_;
    std::vector<Token> joiners_;
    Putuskan result_;
};

}  // namespace

DecisionReading read_clauses(const Sentence& sentence) {
    DecisionWords reader(sentence);
    std::optional<Putuskan> decided = reader.read();
    return {std::move(decided), reader.structure()};
}

}  // namespace bot
