#include "bot/conversation/dialogue_bukti.hpp"

#include <utility>

namespace bot {
namespace {

// What was said now wins.
void fill(IsiBukti& into, const IsiBukti& from) {
    if (from.rhk) into.rhk = from.rhk;
    if (from.aspek) into.aspek = from.aspek;
    if (from.periode) into.periode = from.periode;
    if (!from.nama.empty()) into.nama = from.nama;
    if (!from.tautan.empty()) into.tautan = from.tautan;
}

Continued with(const TungguBukti& waiting, const IsiBukti& said, std::vector<BerkasMasuk> more) {
    TambahBukti next{waiting.isi, waiting.berkas};
    fill(next.isi, said);
    for (BerkasMasuk& file : more) next.berkas.push_back(std::move(file));
    return {std::move(next), true};
}

// A whole number where an RHK was asked for is its number.
std::optional<RhkAcuan> rhk_of(const Penggalan& piece) {
    if (piece.slot.rhk) return piece.slot.rhk;
    if (piece.nomor) return RhkAcuan{*piece.nomor, ""};
    if (!piece.slot.nilai || !piece.slot.satuan.empty()) return std::nullopt;
    const auto scaled = piece.slot.nilai->scaled();
    constexpr auto kOne = domain::Kuantitas::kScale;
    if (scaled % kOne != 0 || scaled > 999 * kOne) return std::nullopt;
    return RhkAcuan{static_cast<int>(scaled / kOne), ""};
}

}  // namespace

Continued next_step(const TungguBukti& waiting, Command command) {
    if (auto* more = std::get_if<TambahBukti>(&command)) {
        // A link beside files that still wait for their RHK is another matter.
        const bool other = !more->isi.tautan.empty() && !waiting.berkas.empty();
        if (other) return {std::move(command), false};
        return with(waiting, more->isi, std::move(more->berkas));
    }
    if (const auto* piece = std::get_if<Penggalan>(&command)) {
        IsiBukti said;
        if (waiting.apa == DitanyaBukti::Rhk) said.rhk = rhk_of(*piece);
        said.aspek = piece->slot.aspek;
        said.periode = piece->slot.periode;
        if (said.rhk || said.aspek || said.periode) return with(waiting, said, {});
        return {std::move(command), false};
    }
    if (const auto* named = std::get_if<LihatBukti>(&command)) {
        const bool answers = waiting.apa == DitanyaBukti::Rhk && named->rhk && !named->nomor;
        if (answers) return with(waiting, {named->rhk, {}, named->periode, "", ""}, {});
    }
    if (std::holds_alternative<Ulang>(command)) return with(waiting, {}, {});
    if (std::holds_alternative<Kembali>(command)) return {Batal{}, false};
    return {std::move(command), false};
}

}  // namespace bot
