#include "bot/conversation/dialogue_realisasi.hpp"

#include <algorithm>
#include <utility>

#include "bot/conversation/language/realisasi_items.hpp"

namespace bot {
namespace {

bool same_rhk(const IsiRealisasi& left, const IsiRealisasi& right) {
    return left.rhk && right.rhk && left.rhk->nomor == right.rhk->nomor &&
           left.rhk->teks == right.rhk->teks;
}

// A whole number where an RHK was asked for is its number, not a value.
void read_as_rhk(IsiRealisasi& slot) {
    if (slot.rhk || !slot.nilai || !slot.satuan.empty()) return;
    const auto scaled = slot.nilai->scaled();
    if (scaled % domain::Kuantitas::kScale != 0 || scaled > 999 * domain::Kuantitas::kScale) return;
    slot.rhk = RhkAcuan{static_cast<int>(scaled / domain::Kuantitas::kScale), ""};
    slot.nilai.reset();
}

// "1,125" where "1,125" was asked back: the person writes what the question printed.
void settle(IsiRealisasi& slot, const std::optional<NilaiGanda>& asked) {
    if (!slot.ganda || !asked) return;
    for (const domain::Kuantitas reading : {asked->pertama, asked->kedua}) {
        if (slot.ganda->tertulis != reading.text()) continue;
        slot.nilai = reading;
        slot.ganda.reset();
        return;
    }
}

void fill(IsiRealisasi& into, const IsiRealisasi& from) {
    if (from.rhk) into.rhk = from.rhk;
    if (from.aspek) into.aspek = from.aspek;
    if (from.nilai) {
        into.nilai = from.nilai;
        into.ganda.reset();
    }
    if (from.ganda) {
        into.ganda = from.ganda;
        into.nilai.reset();
    }
    if (from.cara == CaraIsi::Tambahkan) into.cara = CaraIsi::Tambahkan;
    if (!from.satuan.empty()) into.satuan = from.satuan;
    if (from.periode) into.periode = from.periode;
    if (!from.sumber.empty()) into.sumber = from.sumber;
    if (!from.keterangan.empty()) into.keterangan = from.keterangan;
}

Continued with_piece(const LengkapiRealisasi& form, IsiRealisasi slot) {
    if (form.apa == Ditanya::Rhk) read_as_rhk(slot);
    CatatRealisasi complete{form.butir, {}};
    if (form.ke < complete.butir.size()) {
        settle(slot, complete.butir[form.ke].ganda);
        fill(complete.butir[form.ke], slot);
    }
    return {std::move(complete), true};
}

// Whether a sentence about one realisasi answers the question that is open.
bool answers(const LengkapiRealisasi& form, const IsiRealisasi& said) {
    if (form.apa == Ditanya::Rhk) return said.rhk.has_value();
    const IsiRealisasi& item = form.butir[form.ke];
    if (said.rhk && !same_rhk(said, item)) return false;
    if (form.apa == Ditanya::Aspek) return said.aspek || !said.satuan.empty() || has_value(said);
    return has_value(said) && (!said.aspek || said.aspek == item.aspek);
}

// Another value than the item has already: another item of the same message.
bool is_another(const LengkapiRealisasi& form, const IsiRealisasi& said) {
    const IsiRealisasi& item = form.butir[form.ke];
    return form.butir.size() > 1 && said.nilai && item.nilai && said.nilai != item.nilai;
}

Continued with_sentence(const LengkapiRealisasi& form, CatatRealisasi said) {
    const bool one = said.butir.size() == 1 && said.tak_dipahami.empty();
    if (!one || form.ke >= form.butir.size()) return {std::move(said), false};
    const IsiRealisasi& item = said.butir.front();
    if (is_another(form, item)) {
        CatatRealisasi more{form.butir, {}};
        more.butir.push_back(item);
        return {std::move(more), true};
    }
    if (answers(form, item)) return with_piece(form, item);
    // A whole sentence about something else interrupts the form; half a one begins anew.
    const bool whole = item.rhk && has_value(item);
    return {std::move(said), !whole};
}

void clear(IsiRealisasi& item, Ditanya what) {
    switch (what) {
        case Ditanya::Rhk:
            item.rhk.reset();
            return;
        case Ditanya::Aspek:
            item.aspek.reset();
            item.satuan.clear();
            return;
        case Ditanya::Nilai:
            item.nilai.reset();
            item.ganda.reset();
            item.satuan.clear();
            return;
    }
}

// The answer to the last question is taken back, so that it is asked again.
Continued step_back(std::vector<IsiRealisasi> items, const std::vector<Pertanyaan>& path) {
    if (path.empty() || path.back().ke >= items.size()) return {Batal{}, false};
    clear(items[path.back().ke], path.back().apa);
    return {CatatRealisasi{std::move(items), {}}, true};
}

// "rhk 2 155 berkas" behind a list that holds RHK 2 replaces that line; another RHK is one more.
Continued with_more(const KonfirmasiRealisasi& shown, const CatatRealisasi& said) {
    CatatRealisasi items{shown.butir, said.tak_dipahami};
    for (const IsiRealisasi& more : said.butir) {
        if (!says_something(more)) continue;
        const auto line = std::ranges::find_if(items.butir, [&](const IsiRealisasi& item) {
            return same_rhk(item, more) && (!more.aspek || item.aspek == more.aspek);
        });
        if (line == items.butir.end() || more.cara == CaraIsi::Tambahkan) {
            items.butir.push_back(more);
        } else {
            fill(*line, more);
        }
    }
    return {std::move(items), true};
}

Continued repaired(const KonfirmasiRealisasi& shown, const UbahButir& repair) {
    CatatRealisasi items{shown.butir, {}};
    const auto index = static_cast<std::size_t>(repair.nomor) - 1;
    const bool clear_value = repair.nomor >= 1 && index < items.butir.size() && !repair.ganda;
    if (!clear_value) return {repair, false};
    items.butir[index].nilai = repair.nilai;
    items.butir[index].ganda.reset();
    return {std::move(items), true};
}

Continued without(const KonfirmasiRealisasi& shown, const HapusButir& removal) {
    CatatRealisasi items{shown.butir, {}};
    if (removal.nomor < 1 || static_cast<std::size_t>(removal.nomor) > items.butir.size()) {
        return {removal, false};
    }
    items.butir.erase(items.butir.begin() + (removal.nomor - 1));
    if (items.butir.empty()) return {Batal{}, false};
    return {std::move(items), true};
}

}  // namespace

Continued next_step(const LengkapiRealisasi& form, Command command) {
    if (const auto* piece = std::get_if<Penggalan>(&command)) {
        if (!piece->nomor) return with_piece(form, piece->slot);
        if (form.apa != Ditanya::Rhk) return {std::move(command), false};
        IsiRealisasi slot;
        slot.rhk = RhkAcuan{*piece->nomor, ""};
        return with_piece(form, slot);
    }
    if (std::holds_alternative<Kembali>(command)) return step_back(form.butir, form.jejak);
    if (std::holds_alternative<Ulang>(command)) return {CatatRealisasi{form.butir, {}}, true};
    if (auto* said = std::get_if<CatatRealisasi>(&command)) {
        return with_sentence(form, std::move(*said));
    }
    return {std::move(command), false};
}

Continued next_step(const KonfirmasiRealisasi& shown, Command command) {
    if (const auto* repair = std::get_if<UbahButir>(&command)) return repaired(shown, *repair);
    if (const auto* removal = std::get_if<HapusButir>(&command)) return without(shown, *removal);
    if (const auto* said = std::get_if<CatatRealisasi>(&command)) return with_more(shown, *said);
    if (const auto* piece = std::get_if<Penggalan>(&command);
        piece && says_something(piece->slot)) {
        return with_more(shown, {{piece->slot}, {}});
    }
    if (std::holds_alternative<Ya>(command)) return {std::move(command), true};
    if (std::holds_alternative<Tidak>(command)) return {Batal{}, false};
    if (std::holds_alternative<Kembali>(command)) return step_back(shown.butir, shown.jejak);
    if (std::holds_alternative<Ulang>(command)) return {CatatRealisasi{shown.butir, {}}, true};
    return {std::move(command), false};
}

}  // namespace bot
