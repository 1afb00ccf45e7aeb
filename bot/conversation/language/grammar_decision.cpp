#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/item_numbers.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

bool is_decision(const Token& token) {
    return token.has(WordClass::Setuju) || token.has(WordClass::Tolak);
}

// "ok" and "ya" decide only where a message is replied to.
bool is_assent(const Token& token) {
    return token.is("ok") || token.is("ya");
}

// "sisanya", "yang lain": all that no other clause names.
bool is_rest(const Token& token) {
    return token.is("sisa") || token.is("lain") || token.is("lainnya") || token.is("selebihnya");
}

bool is_all(const Token& token) {
    return is_rest(token) || token.is("semua") || token.is("semuanya") || token.is("seluruh") ||
           token.is("seluruhnya");
}

bool joins_clauses(const Token& token) {
    return token.has(WordClass::Hubung) || token.is("tapi") || token.is("tetapi") ||
           token.is("namun") || token.is("sedangkan") || token.is("yang");
}

bool begins_reason(const Token& token) {
    return token.is_sign(':') || token.is("karena") || token.is("sebab") || token.is("alasan") ||
           token.is("catatan") || token.is_sign('(');
}

// "pak", "ya", "saja": may stand between a decision and its reason, and belongs to neither.
bool is_address(const Token& token) {
    constexpr std::string_view kWords[] = {
        "pak",
        "bapak",
        "bu",
        "ibu",
        "ya",
        "saja",
        "dulu",
        "dong",
        "mas",
        "mbak",
        "kak",
        "min",
        "deh",
        "saya",
        "juga"};
    return std::ranges::find(kWords, token.word) != std::end(kWords);
}

// Words behind a refusal that nothing introduces as its reason, and that make it no refusal now:
// "kembalikan 2 kalau fotonya buram", "tolak 2 kenapa".
bool is_doubtful(Tokens words) {
    const bool conditional = contains_class(words, WordClass::Andai) ||
                             contains_class(words, WordClass::Kutip) ||
                             contains_word(words, "nanti") || contains_word(words, "jangan");
    return conditional || words.back().is_sign('?') || words.front().has(WordClass::Tanya);
}

// Takes a message of decisions apart, clause by clause.
class Reader {
public:
    explicit Reader(const Sentence& sentence) : sentence_(sentence), tokens_(sentence.tokens()) {}

    // Nothing if a part of the message is no decision; then none of it may act.
    std::optional<Putuskan> read() {
        while (skip_between()) {
            if (!clause()) return std::nullopt;
        }
        if (result_.putusan.empty() || breaks_off() || !fill_rest() || contradicts()) {
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

    // True if a new clause begins behind this separator: "; setujui 1", ", tolak semua".
    [[nodiscard]] bool clause_follows(std::size_t at) const {
        while (at < tokens_.size() && !is_decision(tokens_[at]) &&
               (is_filler(tokens_[at]) || joins_clauses(tokens_[at]))) {
            ++at;
        }
        if (at >= tokens_.size()) return false;
        std::size_t target_at = at + 1;
        if (!is_decision(tokens_[at])) {
            // "2 setuju", "sisanya acc"
            if (is_all(tokens_[at]) && target_at < tokens_.size() &&
                is_decision(tokens_[target_at])) {
                return true;
            }
            const auto numbers = read_item_numbers(tokens_, at);
            return numbers && at + numbers->count < tokens_.size() &&
                   is_decision(tokens_[at + numbers->count]);
        }
        while (target_at < tokens_.size() && is_filler(tokens_[target_at]) &&
               !is_all(tokens_[target_at])) {
            ++target_at;
        }
        return target_at < tokens_.size() &&
               (is_all(tokens_[target_at]) || read_item_numbers(tokens_, target_at).has_value());
    }

    [[nodiscard]] std::size_t reason_end(std::size_t from) const {
        for (std::size_t at = from; at < tokens_.size(); ++at) {
            const Token& token = tokens_[at];
            const bool parts = token.is_sign(';') || token.is_sign('\n') || token.is_sign(',') ||
                               token.is_sign('.') || joins_clauses(token);
            if (parts && clause_follows(at)) return at;
        }
        return tokens_.size();
    }

    // The rest of a refusal is its reason, as written, up to the next clause.
    bool reason(Putusan& decision) {
        while (more() && (is_address(tokens_[at_]) || is_sign_at(tokens_, at_, ','))) pass();
        if (!more() || tokens_[at_].is_sign(';') || tokens_[at_].is_sign('\n')) return true;
        if (tokens_[at_].is("dengan") && word_at(tokens_, at_ + 1) == "alasan") pass();
        if (clause_follows(at_) && (joins_clauses(tokens_[at_]) || is_decision(tokens_[at_]))) {
            return true;
        }
        const bool introduced = begins_reason(tokens_[at_]) || tokens_[at_].is_sign('-') ||
                                (at_ > 0 && tokens_[at_ - 1].is_sign('-'));
        if (loose_list_ && decision.nomor.size() > 1 && !introduced) return false;
        while (more() && (begins_reason(tokens_[at_]) || is_ornament(tokens_[at_]))) pass();
        const std::size_t end = reason_end(at_);
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

    // The same item approved and returned, or two kinds of "semua".
    [[nodiscard]] bool contradicts() const {
        for (const Putusan& a : result_.putusan) {
            for (const Putusan& b : result_.putusan) {
                if (&a == &b) continue;
                const bool covers_all = a.semua || (a.nomor.empty() && !a.semua);
                if (covers_all && !excludes(a, b)) return true;
                const bool shared = std::ranges::any_of(a.nomor, [&b](int number) {
                    return std::ranges::binary_search(b.nomor, number);
                });
                if (shared) return true;
            }
        }
        return false;
    }

    // "setujui semua kecuali 2; kembalikan 2: …"
    static bool excludes(const Putusan& all, const Putusan& other) {
        return all.semua && !other.nomor.empty() && std::ranges::includes(all.kecuali, other.nomor);
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

std::string name_of(Tokens tokens) {
    for (const Token& token : tokens) {
        if (token.has(WordClass::Setuju)) return "setujui";
        if (token.has(WordClass::Tolak)) return "kembalikan";
        if (!token.resembles_decision) continue;
        return token.word.front() == 'k' || token.word.front() == 't' ? "kembalikan" : "setujui";
    }
    return "setujui";
}

// "ok", "ya pak", "oke, terima kasih" in a reply.
bool is_bare_assent(Tokens tokens) {
    bool assents = false;
    for (const Token& token : tokens) {
        if (is_assent(token))
            assents = true;
        else if (!is_filler(token))
            return false;
    }
    return assents;
}

// The word that decides stands where a decision begins: first, or behind numbers or "semua".
bool leads(Tokens tokens, bool (*wanted)(const Token&)) {
    for (std::size_t at = 0; at < tokens.size();) {
        if (wanted(tokens[at])) return true;
        const auto numbers = read_item_numbers(tokens, at);
        if (numbers) {
            at += numbers->count;
        } else if (is_filler(tokens[at]) || is_all(tokens[at])) {
            ++at;
        } else {
            return false;
        }
    }
    return false;
}

// A decision word anywhere in a sentence about deciding: "jangan setujui 2", "kata Budi acc semua".
bool speaks_of_deciding(Tokens tokens) {
    std::size_t colon = find_sign(tokens, ':');
    const Tokens head = tokens.first(colon);
    // "contoh: setujui 1", "pesan pak kadis: setujui semua"
    const bool introduces =
        contains_class(head, WordClass::Andai) || contains_class(head, WordClass::Kutip);
    if (introduces) colon = tokens.size();
    return std::ranges::any_of(tokens.subspan(0, colon), is_decision);
}

std::optional<Command> refusal_to_act(Tokens structure, Tokens all) {
    if (const auto reason = reason_not_to_act(structure)) {
        return TidakBertindak{*reason, name_of(all)};
    }
    return std::nullopt;
}

Command not_understood(Tokens tokens) {
    TidakDipahami answer;
    answer.terdekat = {name_of(tokens), "tinjau", "bantuan"};
    return answer;
}

// "tadi sudah saya setujui" tells, "mohon disetujui" begs: neither decides.
bool tells_or_begs(Tokens structure, const Putuskan& decided) {
    constexpr std::string_view kPast[] = {"sudah", "telah", "tadi", "barusan", "pernah"};
    constexpr std::string_view kBegging[] = {"mohon", "tolong", "minta", "dimohon"};
    const auto says = [structure](const auto& words) {
        return std::ranges::any_of(words, [structure](std::string_view word) {
            return contains_word(structure, word);
        });
    };
    const Putusan& first = decided.putusan.front();
    const bool bare = first.nomor.empty() && !first.semua;
    const bool approves = first.keputusan == Keputusan::Setujui;
    return says(kPast) || (bare && approves && says(kBegging));
}

bool is_misspelt(const Token& token) {
    return token.resembles_decision;
}

}  // namespace

std::optional<Command> read_decision(const Sentence& sentence, const ParseContext& context) {
    const Tokens tokens = sentence.tokens();
    if (context.is_reply && is_bare_assent(tokens) && !sentence.tainted()) {
        const bool repeated = std::ranges::any_of(tokens, [](const Token& token) {
            return token.corrected && is_assent(token);
        });
        if (repeated) return TidakBertindak{SebabTidakBertindak::SalahKetikPutusan, "setujui"};
        return Putuskan{{Putusan{}}};
    }
    if (leads(tokens, is_misspelt)) {
        return TidakBertindak{SebabTidakBertindak::SalahKetikPutusan, name_of(tokens)};
    }
    if (!speaks_of_deciding(tokens)) return std::nullopt;
    Reader reader(sentence);
    std::optional<Putuskan> decided = reader.read();
    const std::vector<Token> structure = reader.structure();
    if (decided && !reason_not_to_act(structure)) {
        if (sentence.tainted() || tells_or_begs(structure, *decided)) return not_understood(tokens);
        const bool misspelt = std::ranges::any_of(structure, [](const Token& token) {
            return token.corrected || token.resembles_decision;
        });
        if (misspelt) {
            return TidakBertindak{SebabTidakBertindak::SalahKetikPutusan, name_of(tokens)};
        }
        return *std::move(decided);
    }
    if (auto refusal = refusal_to_act(structure, tokens)) return refusal;
    if (leads(tokens, is_decision)) return not_understood(tokens);
    return std::nullopt;
}

}  // namespace bot
