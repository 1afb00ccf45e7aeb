#pragma once

#include <optional>
#include <span>

#include "bot/conversation/reply.hpp"
#include "domain/kalender/periode.hpp"
#include "domain/pelaksanaan/realisasi.hpp"
#include "domain/perencanaan/isi_skp.hpp"

namespace bot {

// What the indikator reached over the year, by its aggregation; nothing if no period is filled.
std::optional<domain::Kuantitas> capaian(
    const domain::Indikator& indikator, std::span<const domain::Realisasi> realisasi
);

// "berapa realisasi saya?": what is filled in for the period, with its state, and the year so far,
// of these RHK. `realisasi` is all that the person has.
struct PertanyaanCapaian {
    const domain::Periode& periode;
    std::span<const domain::Rhk* const> rhk;
    std::span<const domain::Realisasi> realisasi;
};
Reply jawaban_capaian(const PertanyaanCapaian& pertanyaan);

}  // namespace bot
