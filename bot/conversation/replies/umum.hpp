#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/reply.hpp"
#include "domain/pelaksanaan/realisasi.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace bot {

Reply menu(std::string_view nama, std::size_t menunggu_keputusan);
Reply bantuan(std::string_view tentang);
Reply dibatalkan();
Reply tidak_ada_yang_dibatalkan();
Reply tidak_dipahami(const TidakDipahami& command);
Reply tidak_bertindak(const TidakBertindak& command);
Reply belum_tersedia(std::string_view nama);
Reply jenis_tidak_didukung();
Reply tombol_kedaluwarsa();
Reply maaf_gagal();
Reply tidak_ada_yang_menunggu_jawaban();
// In front of the question that is asked once more.
Reply diulang();
Reply nomor_dari_mana(int nomor);

struct Profil {
    std::string nip_tersamar, nama, jabatan, unit, instansi, atasan;
};
Reply profil(const Profil& profil);

// `realisasi` of the same person; only what counts is shown.
Reply skp(const domain::Skp& skp, std::span<const domain::Realisasi> realisasi, bool detail);

struct Kwitansi {
    std::string_view kode, nama, isi, waktu, pesan, batal_oleh;
};
Reply kwitansi(const Kwitansi& kwitansi);
Reply kwitansi_tidak_ada(std::string_view kode);

// Appended to a reply that came in the middle of a form.
std::string lanjut(std::string_view pertanyaan);
// In front of a reply, where a form could not go on.
std::string isian_kedaluwarsa();
std::string isian_tak_terbaca();

}  // namespace bot
