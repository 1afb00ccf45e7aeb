#pragma once

#include <string_view>

#include "bot/conversation/reply.hpp"

namespace bot {

// What can be taken back within the grace time, and what is left where it cannot.

// What the receipt is about that is to be taken back.
enum class Tindakan { Isi, Putusan, Bukti, Ikat };

Reply diurungkan(std::string_view kwitansi, std::string_view yang_diurungkan, std::string_view isi);
Reply ikat_diurungkan(std::string_view kwitansi);
Reply lepas_diurungkan(std::string_view kwitansi);
Reply tidak_ada_yang_dapat_diurungkan();
// The grace time is over: what can still be done, and by whom.
Reply urung_terlambat(std::string_view kode, Tindakan tindakan);
Reply urung_berubah(std::string_view kode);
// A binding or its end is taken back in the chat that it is about, and nowhere else.
Reply urung_di_alamat_itu(std::string_view kode);
// "bukan saya" is for good.
Reply penolakan_tetap(std::string_view kode);

}  // namespace bot
