#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

namespace domain {

// The words of a closed enum as CSV files and the database have them: ASCII, lower case. A table is
// a constant next to the functions `kode(…)` and `…_dari(…)` of its enum.
template <class E, std::size_t N>
using TabelKode = std::array<std::pair<E, std::string_view>, N>;

// Equal but for the case of ASCII letters.
constexpr bool sama_tanpa_huruf_besar(std::string_view a, std::string_view b) {
    constexpr auto kLower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [=](char x, char y) {
        return kLower(x) == kLower(y);
    });
}

// The word of a value. Every value of the enum must be in the table; else it is a bug and aborts.
template <class E, std::size_t N>
constexpr std::string_view kode_di(const TabelKode<E, N>& tabel, E nilai) {
    for (const auto& [e, kata] : tabel) {
        if (e == nilai) return kata;
    }
    std::abort();
}

// The value of a word, in any case; nothing if the word is unknown.
template <class E, std::size_t N>
constexpr std::optional<E> dari_kode(const TabelKode<E, N>& tabel, std::string_view teks) {
    for (const auto& [e, kata] : tabel) {
        if (sama_tanpa_huruf_besar(kata, teks)) return e;
    }
    return std::nullopt;
}

}  // namespace domain
