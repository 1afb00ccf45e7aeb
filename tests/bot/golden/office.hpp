#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/kalender/hari_kerja.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/pelaksanaan/realisasi.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace bot_test {

// The invented office of the golden cards: nobody in it exists.

inline constexpr std::string_view kKode = "R-7K2FQ9";
inline constexpr std::string_view kNama = "Siti Aminah";
inline constexpr std::string_view kNamaPanjang =
    "Prof. Dr. Ir. Raden Ajeng Siti Aminah Kusumaningrum Wijayanti Sastrowardoyo, S.Kom., M.Sc., "
    "Ph.D.";

// What people write: emoji of one and of several code points, marks of a format, a mention, a
// command, a link, words from right to left and the signs that turn the direction around.
std::string_view teks_aneh();
// A text of exactly so many code points, with emoji and marks in it.
std::string teks_panjang(std::size_t code_points);

domain::Kuantitas angka(std::string_view decimal);  // asserts that it is one

domain::Tanggal hari_ini();               // Senin, 30 Maret 2026
const domain::KalenderKerja& kalender();  // of 2026, five days a week
const std::vector<domain::Periode>& tahun_2026();
const domain::Periode& triwulan(int nomor);  // 1 to 4

domain::Skp skp_tanpa_rhk();
// Four RHK: one indikator, one in %, several aspek, and one without a target.
const domain::Skp& skp_biasa();
// Ten RHK with texts of 300 characters and four indikator each.
const domain::Skp& skp_panjang();
std::vector<const domain::Rhk*> semua_rhk(const domain::Skp& skp);

// What is filled in for triwulan I and II of skp_biasa.
std::vector<domain::Realisasi> realisasi_biasa();

}  // namespace bot_test
