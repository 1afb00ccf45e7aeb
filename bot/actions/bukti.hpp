#pragma once

#include <span>
#include <string>
#include <variant>

#include "bot/actions/cari.hpp"
#include "bot/conversation/replies/bukti.hpp"

namespace bot {

// Evidence that a turn adds: files, or a link, for one indikator and period, under one receipt.
struct BuktiBaru {
    ButirJelas sasaran;
    std::string nama;    // empty: of the file
    std::string tautan;  // checked; empty: files
    std::span<const BerkasMasuk> berkas;
    std::string kwitansi;
};
// Adds all of them, or nothing and gives back why not. The names under which they are kept.
std::variant<std::vector<std::string>, Reply> simpan_bukti(
    TurnContext& context, const BuktiBaru& baru
);

// Why a file cannot be evidence, before it is fetched; nothing if it may be.
std::optional<Reply> tolak_berkas(const BerkasMasuk& file);

// How many of an indikator and period are in the store, and on their way there.
struct BanyakBukti {
    int tersimpan = 0, diambil = 0;
};
BanyakBukti banyak_bukti(
    const TurnContext& context, std::int64_t indikator_id, std::int64_t periode_id
);

// A line of a list; the aspek stands in it if the RHK has several. `rhk` null: none is named.
BarisBukti baris_dari(const domain::BuktiDukung& bukti, const domain::Rhk* rhk, domain::Zona zona);

// What the sender may see of others' evidence: of the person and RHK that he names, and what
// belongs to an item of the digest that he answers. Each look is a line of the ledger.
void lihat_bukti_bawahan(TurnContext& context, const LihatBukti& wanted);
void lihat_bukti_digest(TurnContext& context, const LihatBukti& wanted);

}  // namespace bot
