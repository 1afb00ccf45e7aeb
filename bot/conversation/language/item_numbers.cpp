#include "bot/conversation/language/item_numbers.hpp"

#include <algorithm>

#include "bot/conversation/language/numbers.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

constexpr int kLongestRange = 200;

class ItemReader {
public:
    ItemReader(Tokens tokens, std::size_t at, ListPlace place)
        : tokens_(tokens), start_(at), at_(at), place_(place) {}

    std::optional<ItemNumbers> read() {
        skip_labels();
        if (!one_or_range()) return std::nullopt;
        while (true) {
            const std::size_t before = at_;
            const std::optional<ListEnd> parted = separator();
            if (!parted) {
                at_ = before;
                break;
            }
            skip_labels();
            const std::size_t numbers = result_.numbers.size();
            if (!one_or_range() || begins_next_clause()) {
                result_.numbers.resize(numbers);
                at_ = before;
                break;
            }
            result_.end = *parted;
        }
        std::ranges::sort(result_.numbers);
        // Not std::ranges::unique: clang 14, which builds the fuzz targets, cannot compile it.
        const auto last = std::unique(result_.numbers.begin(), result_.numbers.end());
        result_.numbers.erase(last, result_.numbers.end());
        result_.count = at_ - start_;
        return result_;
    }

private:
    // "nomor", "no.", "ke-", "yang", "#"
    void skip_labels() {
        while (at_ < tokens_.size()) {
            const Token& token = tokens_[at_];
            const bool label = token.is("nomor") || token.is("ke") || token.is("yang") ||
                               token.is("item") || token.is("butir") || token.is("poin") ||
                               token.is_sign('#');
            const bool dot = at_ > start_ && token.glued && !tokens_[at_ - 1].is_digits() &&
                             (token.is_sign('.') || token.is_sign('-'));
            if (!label && !dot) return;
            ++at_;
        }
    }

    // "… , 2 tolak: foto buram": a decision follows that names no item of its own.
    [[nodiscard]] bool begins_next_clause() const {
        if (place_ != ListPlace::BehindDecision) return false;
        std::size_t next = at_;
        while (next < tokens_.size() && is_filler(tokens_[next]) && !tokens_[next].is_sign(';'))
            ++next;
        const bool decides = next < tokens_.size() && (tokens_[next].has(WordClass::Setuju) ||
                                                       tokens_[next].has(WordClass::Tolak));
        if (!decides) return false;
        const std::string_view target = word_at(tokens_, next + 1);
        const bool named = read_ordinal(tokens_, next + 1, Roman::Refused).has_value() ||
                           target == "nomor" || target == "semua" || target == "yang";
        return !named;
    }

    std::optional<int> number() {
        const auto reading = read_ordinal(tokens_, at_, Roman::Refused);
        if (!reading) return std::nullopt;
        at_ += reading->count;
        if (reading->value == 0) result_.unclear = true;
        return reading->value;
    }

    bool one_or_range() {
        const auto first = number();
        if (!first) return false;
        const std::size_t connector = range_connector();
        if (connector == 0) {
            result_.numbers.push_back(*first);
            return true;
        }
        at_ += connector;
        skip_labels();
        const auto last = number();
        if (!last || *last <= *first || *last - *first > kLongestRange) {
            result_.unclear = true;
            return true;
        }
        for (int i = *first; i <= *last; ++i) result_.numbers.push_back(i);
        return true;
    }

    // The tokens of "-", "s.d.", "s/d", "sampai (dengan)", if a number follows; else 0.
    [[nodiscard]] std::size_t range_connector() const {
        std::size_t length = 0;
        const std::string_view word = word_at(tokens_, at_);
        if (is_sign_at(tokens_, at_, '-')) {
            length = 1;
        } else if (word == "sampai" || word == "hingga") {
            length = word_at(tokens_, at_ + 1) == "dengan" ? 2 : 1;
        } else if (word == "s" && word_at(tokens_, at_ + 2) == "d") {
            length = is_sign_at(tokens_, at_ + 3, '.') ? 4 : 3;
        }
        if (length == 0) return 0;
        std::size_t next = at_ + length;
        while (word_at(tokens_, next) == "nomor" || word_at(tokens_, next) == "ke") ++next;
        return read_ordinal(tokens_, next, Roman::Refused) ? length : 0;
    }

    // Parts two numbers of the list; nothing if the list ends here.
    std::optional<ListEnd> separator() {
        if (at_ >= tokens_.size()) return std::nullopt;
        const Token& token = tokens_[at_];
        const bool next_glued = at_ + 1 < tokens_.size() && tokens_[at_ + 1].glued;
        if (token.is_digits()) return ListEnd::Loose;
        const bool glued_digits = next_glued && tokens_[at_ + 1].is_digits() && token.glued;
        if ((token.is_sign('.') || token.is_sign('/')) && glued_digits) {
            result_.unclear = true;
            ++at_;
            return ListEnd::Loose;
        }
        if (token.is_sign(',')) {
            ++at_;
            if (word_at(tokens_, at_) == "dan") ++at_;
            return next_glued ? ListEnd::Certain : ListEnd::Loose;
        }
        const bool joins = token.is_sign('&') || token.is_sign('+') || token.is("dan") ||
                           token.is("serta") || token.is("sama");
        if (joins) {
            ++at_;
            return ListEnd::Certain;
        }
        // "nomor 1 nomor 3"
        if (token.is("nomor")) return ListEnd::Certain;
        return std::nullopt;
    }

    Tokens tokens_;
    std::size_t start_;
    std::size_t at_;
    ListPlace place_;
    ItemNumbers result_;
};

}  // namespace

std::optional<ItemNumbers> read_item_numbers(Tokens tokens, std::size_t at, ListPlace place) {
    return ItemReader(tokens, at, place).read();
}

}  // namespace bot
