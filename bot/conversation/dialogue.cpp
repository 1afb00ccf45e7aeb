#include "bot/conversation/dialogue.hpp"

#include <algorithm>
#include <utility>

#include "bot/conversation/command_table.hpp"
#include "bot/conversation/dialogue_bukti.hpp"
#include "bot/conversation/dialogue_konfirmasi.hpp"
#include "bot/conversation/dialogue_realisasi.hpp"
#include "bot/conversation/language/folding.hpp"
#include "bot/conversation/overload.hpp"

namespace bot {
namespace {

bool always_wins(const Command& command) {
    return std::holds_alternative<Batal>(command) || std::holds_alternative<Kembali>(command) ||
           std::holds_alternative<Menu>(command) || std::holds_alternative<Bantuan>(command) ||
           std::holds_alternative<Ulang>(command) || std::holds_alternative<Mulai>(command);
}

// "Sisa tugas", "/skp": the name and nothing else.
bool is_command_name(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n/");
    if (begin == text.npos) return false;
    std::string name(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return find_command(name) != nullptr;
}

// Letters that a person typed; pictures and invisible signs alone are no reason.
bool says_something(std::string_view text) {
    constexpr std::ptrdiff_t kLetters = 3;
    const Folded folded = fold(text);
    return !folded.tainted && std::ranges::count_if(folded.text, [](char c) {
                                  return (c >= 'a' && c <= 'z') || c == kForeignLetter;
                              }) >= kLetters;
}

// A reason may hold any word, also the name of a command: "dokumen belum lengkap". Only what names
// a command and nothing else, decides by number or records with all parts is not the reason.
bool interrupts_reason(const Command& command, std::string_view text) {
    if (always_wins(command) || std::holds_alternative<Putuskan>(command)) return true;
    if (const auto* undo = std::get_if<Urungkan>(&command); undo != nullptr && !undo->kode.empty())
        return true;
    if (const auto* receipt = std::get_if<LihatKwitansi>(&command);
        receipt != nullptr && !receipt->kode.empty())
        return true;
    if (const auto* record = std::get_if<CatatRealisasi>(&command)) {
        return std::ranges::all_of(record->butir, [](const IsiRealisasi& item) {
            return item.rhk && (item.nilai || item.ganda);
        });
    }
    return is_command_name(text);
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

Continued next_step(const TungguAlasan& waiting, Command command, std::string_view text) {
    // Without a reason the question comes again.
    if (std::holds_alternative<Ulang>(command)) return {with_reason(waiting, ""), true};
    if (interrupts_reason(command, text)) return {std::move(command), false};
    return {with_reason(waiting, says_something(text) ? text : ""), true};
}

}  // namespace

bool is_waiting(const Dialogue& dialogue) {
    return !std::holds_alternative<TanpaDialog>(dialogue);
}

Continued continue_dialogue(const Dialogue& dialogue, Command command, std::string_view text) {
    return std::visit(
        Overload{
            [&](const LengkapiRealisasi& form) { return next_step(form, std::move(command)); },
            [&](const KonfirmasiRealisasi& shown) { return next_step(shown, std::move(command)); },
            [&](const TungguAlasan& waiting) {
                return next_step(waiting, std::move(command), text);
            },
            [&](const TungguBukti& waiting) { return next_step(waiting, std::move(command)); },
            [&](const KonfirmasiLepas& asked) {
                return next_step(asked, std::move(command), text);
            },
            [&](const KonfirmasiSuntingan& asked) {
                return next_step(asked, std::move(command), text);
            },
            [&](const auto&) {
                return Continued{std::move(command), false};
            },
        },
        dialogue
    );
}

}  // namespace bot
