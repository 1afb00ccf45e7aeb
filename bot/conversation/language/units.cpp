#include "bot/conversation/language/units.hpp"

#include <algorithm>

#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

struct LongUnit {
    std::string_view first;
    std::string_view second;
    std::string_view both;
};

constexpr LongUnit kLongUnits[] = {
    {"jam", "pelajaran", "jam pelajaran"},
    {"berita", "acara", "berita acara"},
    {"surat", "keputusan", "surat keputusan"},
    {"surat", "tugas", "surat tugas"},
    {"nota", "dinas", "nota dinas"},
    {"hari", "kerja", "hari kerja"},
    {"wajib", "pajak", "wajib pajak"},
    {"perangkat", "daerah", "perangkat daerah"},
    {"rumah", "sakit", "rumah sakit"},
    {"rumah", "tangga", "rumah tangga"},
    {"kartu", "keluarga", "kartu keluarga"},
    {"meter", "persegi", "meter persegi"},
    {"meter", "kubik", "meter kubik"},
};

constexpr LongUnit kPowers[] = {
    {"meter", "2", "meter persegi"},
    {"meter", "3", "meter kubik"},
    {"kilometer", "2", "kilometer persegi"},
};

}  // namespace

SatuanReading read_satuan(Tokens tokens, std::size_t at) {
    if (at >= tokens.size() || !tokens[at].is_word()) return {};
    for (const LongUnit& unit : kLongUnits) {
        if (tokens[at].is(unit.first) && word_at(tokens, at + 1) == unit.second) {
            return {2, unit.both};
        }
    }
    for (const LongUnit& unit : kPowers) {
        if (tokens[at].is(unit.first) && word_at(tokens, at + 1) == unit.second &&
            tokens[at + 1].glued) {
            return {2, unit.both};
        }
    }
    if (!tokens[at].has(WordClass::Satuan)) return {};
    return {1, tokens[at].is("persen") ? "%" : tokens[at].word};
}

std::string satuan_baku(std::string_view satuan) {
    const Sentence sentence(satuan);
    const Tokens tokens = sentence.tokens();
    if (tokens.size() == 1 && tokens[0].is_sign('%')) return "%";
    const SatuanReading unit = read_satuan(tokens, 0);
    const bool whole =
        unit.count > 0 && std::ranges::all_of(tokens.subspan(unit.count), is_ornament);
    if (whole) return std::string(unit.satuan);
    std::string text;
    for (const Token& token : tokens) {
        if (!text.empty() && !token.glued) text += ' ';
        text += token.word;
    }
    return text;
}

}  // namespace bot
