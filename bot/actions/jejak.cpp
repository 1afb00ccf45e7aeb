#include "bot/actions/jejak.hpp"

#include <algorithm>

namespace bot {
namespace {

std::vector<Pertanyaan> path_so_far(const Turn& turn) {
    if (!turn.answers_form) return {};
    if (const auto* form = std::get_if<LengkapiRealisasi>(&turn.dialogue)) {
        std::vector<Pertanyaan> path = form->jejak;
        path.push_back({form->ke, form->apa});
        return path;
    }
    const auto* shown = std::get_if<KonfirmasiRealisasi>(&turn.dialogue);
    return shown == nullptr ? std::vector<Pertanyaan>() : shown->jejak;
}

}  // namespace

std::vector<Pertanyaan> path_to(const Turn& turn, Pertanyaan next) {
    std::vector<Pertanyaan> path = path_so_far(turn);
    // Asked again, or stepped back to: what came behind it is forgotten.
    path.erase(std::ranges::find(path, next), path.end());
    return path;
}

std::vector<Pertanyaan> path_to_list(const Turn& turn, std::size_t items) {
    const auto* shown = std::get_if<KonfirmasiRealisasi>(&turn.dialogue);
    // An item was taken out: the numbers of the path do not fit any more.
    if (turn.answers_form && shown != nullptr && items < shown->butir.size()) return {};
    return path_so_far(turn);
}

}  // namespace bot
