#include "bot/conversation/dialogue.hpp"

#include <algorithm>

namespace bot {
namespace {

template <class... F>
struct Overload : F... {
    using F::operator()...;
};

// A whole number where an RHK was asked for is its number, not a value.
void read_as_rhk(IsiRealisasi& slot) {
    if (slot.rhk || !slot.nilai || !slot.satuan.empty()) return;
    const auto scaled = slot.nilai->scaled();
    if (scaled % domain::Kuantitas::kScale != 0 || scaled > 999 * domain::Kuantitas::kScale) return;
    slot.rhk = RhkAcuan{static_cast<int>(scaled / domain::Kuantitas::kScale), ""};
    slot.nilai.reset();
}

void fill(IsiRealisasi& into, const IsiRealisasi& from) {
    if (from.rhk) into.rhk = from.rhk;
    if (from.aspek) into.aspek = from.aspek;
    if (from.nilai) {
        into.nilai = from.nilai;
        into.ganda.reset();
    }
    if (from.ganda) into.ganda = from.ganda;
    if (!from.satuan.empty()) into.satuan = from.satuan;
    if (from.periode) into.periode = from.periode;
    if (!from.sumber.empty()) into.sumber = from.sumber;
}

Command fill_gap(const LengkapiRealisasi& form, IsiRealisasi slot) {
    if (form.apa == Ditanya::Rhk) read_as_rhk(slot);
    CatatRealisasi complete{form.butir, {}};
    if (form.ke < complete.butir.size()) fill(complete.butir[form.ke], slot);
    return complete;
}

bool is_free_text(const Command& command) {
    return std::holds_alternative<TidakDipahami>(command) ||
           std::holds_alternative<TidakBertindak>(command) ||
           std::holds_alternative<Penggalan>(command) || std::holds_alternative<Ya>(command) ||
           std::holds_alternative<TanyaRealisasi>(command);
}

Command with_reason(const TungguAlasan& waiting, std::string_view text) {
    Putuskan decision;
    for (const ObjekPutusan& objek : waiting.objek) {
        decision.putusan.push_back({
            .keputusan = Keputusan::Kembalikan,
            .nomor = {objek.nomor},
            .semua = false,
            .kecuali = {},
            .alasan = std::string(text),
        });
    }
    return decision;
}

Command repaired(const KonfirmasiRealisasi& shown, const UbahButir& repair) {
    CatatRealisasi items{shown.butir, {}};
    const auto index = static_cast<std::size_t>(repair.nomor) - 1;
    if (repair.nomor < 1 || index >= items.butir.size()) return repair;
    items.butir[index].nilai = repair.nilai;
    items.butir[index].ganda.reset();
    return items;
}

Command without(const KonfirmasiRealisasi& shown, const HapusButir& removal) {
    CatatRealisasi items{shown.butir, {}};
    if (removal.nomor < 1 || static_cast<std::size_t>(removal.nomor) > items.butir.size()) {
        return removal;
    }
    items.butir.erase(items.butir.begin() + (removal.nomor - 1));
    if (items.butir.empty()) return Batal{};
    return items;
}

}  // namespace

Command continue_dialogue(const Dialogue& dialogue, Command command, std::string_view text) {
    if (const auto* form = std::get_if<LengkapiRealisasi>(&dialogue)) {
        if (const auto* piece = std::get_if<Penggalan>(&command))
            return fill_gap(*form, piece->slot);
        return command;
    }
    if (const auto* reason = std::get_if<TungguAlasan>(&dialogue)) {
        return is_free_text(command) ? with_reason(*reason, text) : command;
    }
    if (const auto* shown = std::get_if<KonfirmasiRealisasi>(&dialogue)) {
        return std::visit(
            Overload{
                [&](const UbahButir& repair) { return repaired(*shown, repair); },
                [&](const HapusButir& removal) { return without(*shown, removal); },
                [](const Tidak&) { return Command(Batal{}); },
                [](const auto& other) { return Command(other); },
            },
            command
        );
    }
    return command;
}

}  // namespace bot
