#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bot/actions/turn.hpp"

namespace bot {

// Finding what a person means in what was loaded. Pure; pointers live as long as the Loaded.

// The period that is meant; with `lain` if another one is open too. Nothing is open or exists: the
// refusal.
struct PeriodeJelas {
    const domain::Periode* periode = nullptr;
    const domain::Periode* lain = nullptr;
};
std::variant<PeriodeJelas, Reply> cari_periode(
    const TurnContext& context, const std::optional<PeriodeAcuan>& acuan
);

// How the period is named in full.
PeriodeAcuan acuan_dari(const domain::Periode& periode);

// The SKP of the year, an approved one before others; null if there is none.
const domain::Skp* cari_skp(const storage::Kinerja& kinerja, int tahun);

// The RHK with this number, or all that say these words; all of the SKP without either.
std::vector<const domain::Rhk*> cari_semua_rhk(
    const domain::Skp& skp, const std::optional<RhkAcuan>& acuan
);

// What is asked back, or refused, or found.
struct Tanya {
    Ditanya apa = Ditanya::Rhk;
    Reply reply;
};
struct ButirJelas {
    const domain::Skp* skp = nullptr;
    const domain::Rhk* rhk = nullptr;
    const domain::Indikator* indikator = nullptr;
    PeriodeJelas periode;
    domain::Isian isian;
};
// The same without a value: which indikator of which period. An SKP of the approach
// kualitatif has evidence too, but no values.
enum class Sasaran { Realisasi, Bukti };
std::variant<ButirJelas, Tanya, Reply> cari_sasaran(
    const TurnContext& context, const IsiRealisasi& item, Sasaran sasaran
);
std::variant<ButirJelas, Tanya, Reply> cari_butir(
    const TurnContext& context, const IsiRealisasi& item
);

// Null if the indikator is not filled in that period, ever.
const domain::Realisasi* cari_realisasi(
    const storage::Kinerja& kinerja, std::int64_t indikator_id, std::int64_t periode_id
);

}  // namespace bot
