#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "bot/conversation/language/scan.hpp"
#include "bot/conversation/language/tokens.hpp"

namespace bot {

// The words of which a message of decisions is made.

inline bool is_decision(const Token& token) {
    return token.has(WordClass::Setuju) || token.has(WordClass::Tolak);
}

// "ok" and "ya" decide only where a message is replied to.
inline bool is_assent(const Token& token) {
    return is_any_of(token, "ok ya");
}

// "makasih ya", "ini ya pak", "ya ampun": the word softens another one and agrees to nothing.
inline bool is_softener(Tokens tokens, std::size_t at) {
    constexpr std::string_view kAgreeing = "ya ok siap sip baik pak bapak bu ibu mas mbak kak min";
    if (!tokens[at].is("ya")) return false;
    if (at + 1 < tokens.size() && is_any_of(tokens[at + 1], "ampun tuhan allah")) return true;
    for (const Token& token : tokens.first(at)) {
        if (token.is_word() && !is_any_of(token, kAgreeing)) return true;
    }
    return false;
}

// "sisanya", "yang lain": all that no other clause names.
inline bool is_rest(const Token& token) {
    return is_any_of(token, "sisa lain lainnya selebihnya");
}

inline bool is_all(const Token& token) {
    return is_rest(token) || is_any_of(token, "semua semuanya seluruh seluruhnya");
}

inline bool joins_clauses(const Token& token) {
    return token.has(WordClass::Hubung) || is_any_of(token, "tapi tetapi namun sedangkan yang");
}

inline bool begins_reason(const Token& token) {
    return token.is_sign(':') || token.is_sign('(') ||
           is_any_of(token, "karena sebab alasan catatan");
}

// "pak", "ya", "saja": may stand between a decision and its reason, and belongs to neither.
inline bool is_address(const Token& token) {
    return is_any_of(
        token, "pak bapak bu ibu ya saja aja dulu dong mas mbak kak min deh sih nih saya juga"
    );
}

}  // namespace bot
