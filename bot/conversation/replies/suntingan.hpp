#pragma once

#include <string_view>

#include "bot/conversation/reply.hpp"
#include "domain/kuantitas.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace bot {

// A message that was sent before and is edited or taken back (PLATFORMS.md section 3): it never
// runs as a new command.

// What the edited message would record in place of what is recorded.
struct SuntinganRealisasi {
    int rhk = 0;
    const domain::Indikator& indikator;
    std::string_view periode;    // "Triwulan I 2026"
    domain::Kuantitas tercatat;  // now
    domain::Kuantitas baru;
    std::string_view sumber, keterangan;  // empty: as they are
};
Reply tanya_suntingan(const SuntinganRealisasi& suntingan);
Reply suntingan_dibiarkan();
// The value changed after the question.
Reply suntingan_berubah();
// How to correct: what was edited recorded nothing, or the edit says something that does not
// replace it.
Reply suntingan_tidak_dijalankan();

// The message is gone from the chat, what it recorded is not; within the grace time it can be taken
// back.
enum class MasaUrung { Berjalan, Lewat };
Reply penarikan_tetap_tercatat(std::string_view kode, std::string_view isi, MasaUrung masa);

}  // namespace bot
