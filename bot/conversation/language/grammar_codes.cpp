#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

constexpr std::size_t kReceiptLength = 6;
constexpr std::size_t kCodeLength = 6;
// A NIP has 18 digits; one too few or too many is still an attempt at one, and answered as such.
constexpr std::size_t kShortestNip = 15;
constexpr std::size_t kLongestNip = 21;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_receipt_sign(char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c);
}

// A receipt code in the folded text: where it ends, and its six signs.
struct ReceiptCode {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string kode;  // "R-7K2FQ9"; empty if there is none
};

bool has_capitals_only(const Sentence& sentence, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const char c = sentence.text()[sentence.folded().origin[i]];
        if (c >= 'a' && c <= 'z') return false;
    }
    return true;
}

// Nothing stands before the code, or a word such as "bukti" does.
bool announced(std::string_view before) {
    while (before.ends_with(' ')) before.remove_suffix(1);
    constexpr std::string_view kWords[] = {
        "bukti", "kwitansi", "kuitansi", "terima", "urungkan", "batalkan", "resi", "undo"};
    return before.empty() || std::ranges::any_of(kWords, [before](std::string_view word) {
               return before.ends_with(word);
           });
}

ReceiptCode find_receipt(const Sentence& sentence) {
    const std::string_view text = sentence.folded().text;
    for (std::size_t at = text.find('r'); at != text.npos; at = text.find('r', at + 1)) {
        if (at > 0 && is_receipt_sign(text[at - 1])) continue;
        std::size_t from = at + 1;
        const bool dashed = from < text.size() && text[from] == '-';
        while (from < text.size() && (text[from] == '-' || text[from] == ' ') && from <= at + 3)
            ++from;
        const std::string_view signs = text.substr(from, kReceiptLength);
        const std::size_t end = from + kReceiptLength;
        if (signs.size() < kReceiptLength || !std::ranges::all_of(signs, is_receipt_sign)) continue;
        if (end < text.size() && is_receipt_sign(text[end])) continue;
        const auto digits = std::ranges::count_if(signs, is_digit);
        // Without the dash "r" may begin anything; a code then is in capitals, with a digit, and
        // alone or behind a word that announces it.
        const bool code = digits > 0 && digits < static_cast<long>(kReceiptLength) &&
                          has_capitals_only(sentence, at, end) && announced(text.substr(0, at));
        if (!dashed && !code) continue;
        ReceiptCode found{.begin = at, .end = end, .kode = "R-"};
        for (const char sign : signs) {
            found.kode += sign >= 'a' ? static_cast<char>(sign - 'a' + 'A') : sign;
        }
        return found;
    }
    return {};
}

std::optional<Command> read_receipt(const Sentence& sentence) {
    const ReceiptCode receipt = find_receipt(sentence);
    if (receipt.kode.empty()) return std::nullopt;
    // The code itself makes no words: only what stands outside it counts.
    const std::size_t begin = sentence.folded().origin[receipt.begin];
    const std::size_t end = sentence.folded().origin[receipt.end];
    bool undo = false;
    std::vector<Token> outside;
    for (const Token& token : sentence.tokens()) {
        if (token.begin >= begin && token.end <= end) continue;
        outside.push_back(token);
        undo = undo || token.is("urungkan") || token.is("batalkan") || token.is("batal") ||
               token.is("hapus") || token.is("tarik");
    }
    if (!undo) return LihatKwitansi{receipt.kode};
    if (const auto reason = reason_not_to_act(outside)) {
        return TidakBertindak{*reason, "urungkan"};
    }
    if (sentence.tainted()) return std::nullopt;
    return Urungkan{receipt.kode};
}

bool introduces_code(const Token& token) {
    return is_filler(token) || token.is("nip") || token.is("kode") || token.is("nomor") ||
           token.is("adalah") || token.is("yaitu") || token.is("akun") || token.is("ni") ||
           token.is("pppk") || token.is("aktivasi") || token.is("pns") || token.is("otp");
}

// All digits of a message that holds nothing else beside words that introduce them.
struct OnlyDigits {
    std::string digits;
    bool nip_named = false;
    bool code_named = false;
    bool valid = true;
};

OnlyDigits collect_digits(Tokens tokens) {
    OnlyDigits found;
    bool ended = false;
    for (const Token& token : tokens) {
        if (token.is_digits()) {
            if (ended) found.valid = false;
            found.digits += token.word;
        } else if (introduces_code(token)) {
            found.nip_named = found.nip_named || token.is("nip");
            found.code_named = found.code_named || token.is("kode");
            if (token.is_word() && !found.digits.empty()) ended = true;
        } else {
            found.valid = false;
        }
    }
    return found;
}

std::optional<Command> read_digits(const Sentence& sentence) {
    OnlyDigits found = collect_digits(sentence.tokens());
    if (!found.valid || sentence.tainted()) return std::nullopt;
    const std::size_t size = found.digits.size();
    if (size >= kShortestNip && size <= kLongestNip) return KirimNip{std::move(found.digits)};
    if (found.nip_named && size > 0) return KirimNip{std::move(found.digits)};
    if (found.code_named && size > 0) return KirimKode{std::move(found.digits)};
    if (size != kCodeLength) return std::nullopt;
    // "123456", "123 456", "123-456"; not "1.250,50", "10 20 30" or "300000 saya".
    const Tokens tokens = sentence.tokens();
    const auto groups = std::ranges::count_if(tokens, &Token::is_digits);
    const bool halves = groups == 2 && tokens.size() <= 3 && tokens.front().word.size() == 3 &&
                        (tokens.size() == 2 || tokens[1].is_sign('-'));
    if ((groups == 1 && tokens.size() == 1) || halves) return KirimKode{std::move(found.digits)};
    return std::nullopt;
}

// "/start <token>" of a deep link.
std::optional<Command> read_start(const Sentence& sentence) {
    const Tokens tokens = sentence.tokens();
    if (!is_sign_at(tokens, 0, '/') || !sentence.folded().text.starts_with("/start")) {
        return std::nullopt;
    }
    std::string_view rest = sentence.text().substr(6);
    if (!rest.empty() && rest.front() == '@')
        rest.remove_prefix(std::min(rest.find(' '), rest.size()));
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '\n') return std::nullopt;
    const std::size_t begin = rest.find_first_not_of(" \n");
    if (begin == rest.npos) return Mulai{};
    return Mulai{std::string(rest.substr(begin, rest.find_first_of(" \n", begin) - begin))};
}

}  // namespace

std::optional<Command> read_codes(const Sentence& sentence) {
    if (auto start = read_start(sentence)) return start;
    if (auto receipt = read_receipt(sentence)) return receipt;
    return read_digits(sentence);
}

}  // namespace bot
