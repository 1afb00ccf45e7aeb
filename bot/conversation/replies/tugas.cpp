#include "bot/conversation/replies/tugas.hpp"

#include <fmt/format.h>

#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/tanggal.hpp"

namespace bot {
namespace {

// So many bytes of an RHK tell it from the others. Whole texts of a large SKP would not fit into
// three messages, and what is cut off is the end: the Batas.
constexpr std::size_t kTeksTugas = 120;

}  // namespace

Reply jadwal(
    std::span<const domain::Periode> periode,
    const domain::KalenderKerja& kalender,
    domain::Tanggal hari_ini
) {
    Reply reply;
    reply.title = "Batas penilaian";
    for (const domain::Periode& satu : periode) {
        if (satu.batas < hari_ini || satu.awal > hari_ini + std::chrono::days{120}) continue;
        if (!reply.body.empty()) reply.body += '\n';
        reply.body +=
            fmt::format("{}: {}", tulis_periode(satu), tulis_batas(kalender, satu.batas, hari_ini));
    }
    if (reply.body.empty()) reply.body = "Tidak ada periode yang terbuka. Hubungi admin instansi.";
    reply.buttons = {{"Sisa tugas", "sisa tugas"}, {"Menu", "menu"}};
    return reply;
}

Reply sisa_tugas(
    const domain::Periode& periode,
    std::span<const TugasTersisa> tugas,
    const domain::KalenderKerja& kalender,
    domain::Tanggal hari_ini
) {
    Reply reply;
    reply.title = fmt::format("Sisa tugas {}", tulis_periode(periode));
    reply.buttons = {{"Jadwal", "jadwal"}, {"Menu", "menu"}};
    if (tugas.empty()) {
        reply.body = "Semua realisasi sudah terisi.";
        return reply;
    }
    for (const TugasTersisa& satu : tugas) {
        reply.body += fmt::format(
            "RHK {}{}: {}{}\n",
            satu.rhk,
            satu.aspek.empty() ? "" : " " + satu.aspek,
            potong(satu.teks, kTeksTugas),
            satu.dikembalikan ? " (dikembalikan)" : ""
        );
    }
    reply.body += fmt::format(
        "Batas: {}\nContoh: realisasi rhk {} 3",
        tulis_batas(kalender, periode.batas, hari_ini),
        tugas.front().rhk
    );
    return reply;
}

}  // namespace bot
