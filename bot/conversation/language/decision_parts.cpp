#include "bot/conversation/language/decision_parts.hpp"

#include <algorithm>
#include <string_view>

#include "bot/conversation/language/decision_words.hpp"
#include "bot/conversation/language/item_numbers.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

// "setujui semua kecuali 2; kembalikan 2: …"
bool excludes(const Putusan& all, const Putusan& other) {
    return all.semua && !other.nomor.empty() && std::ranges::includes(all.kecuali, other.nomor);
}

}  // namespace

bool is_doubtful(Tokens words) {
    const bool conditional = contains_class(words, WordClass::Andai) ||
                             contains_class(words, WordClass::Kutip) ||
                             contains_word(words, "nanti") || contains_word(words, "jangan");
    return conditional || words.back().is_sign('?') || words.front().has(WordClass::Tanya);
}

bool clause_follows(Tokens tokens, std::size_t at) {
    while (at < tokens.size() && !is_decision(tokens[at]) &&
           (is_filler(tokens[at]) || joins_clauses(tokens[at]))) {
        ++at;
    }
    if (at >= tokens.size()) return false;
    std::size_t target_at = at + 1;
    if (!is_decision(tokens[at])) {
        // "2 setuju", "sisanya acc"
        if (is_all(tokens[at]) && target_at < tokens.size() && is_decision(tokens[target_at])) {
            return true;
        }
        const auto numbers = read_item_numbers(tokens, at);
        return numbers && at + numbers->count < tokens.size() &&
               is_decision(tokens[at + numbers->count]);
    }
    while (target_at < tokens.size() && is_filler(tokens[target_at]) && !is_all(tokens[target_at])
    ) {
        ++target_at;
    }
    return target_at < tokens.size() &&
           (is_all(tokens[target_at]) || read_item_numbers(tokens, target_at).has_value());
}

std::size_t reason_end(Tokens tokens, std::size_t from) {
    for (std::size_t at = from; at < tokens.size(); ++at) {
        const Token& token = tokens[at];
        const bool parts = token.is_sign(';') || token.is_sign('\n') || token.is_sign(',') ||
                           token.is_sign('.') || joins_clauses(token);
        if (parts && clause_follows(tokens, at)) return at;
    }
    return tokens.size();
}

bool contradicts(const Putuskan& decided) {
    for (const Putusan& a : decided.putusan) {
        for (const Putusan& b : decided.putusan) {
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

}  // namespace bot
