#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/conversation/command.hpp"

namespace bot {

// What a conversation remembers between two messages. Kept as text with a version, so that it
// survives a restart and a new version of the program.

struct TanpaDialog {};

// Waits for the NIP. `nomor` is the sender's own number, proven by his contact card; empty: none.
struct TungguNip {
    std::string nomor;
};

// The NIP is there; waits for the activation code.
struct TungguKode {
    std::string nip;
};

// A realisasi with something missing; one question at a time.
enum class Ditanya { Rhk, Aspek, Nilai };
struct LengkapiRealisasi {
    std::vector<IsiRealisasi> butir;
    std::size_t ke = 0;  // which item is asked about
    Ditanya apa = Ditanya::Rhk;
};

// Several items, understood and shown; waits for "simpan" or a repair.
struct KonfirmasiRealisasi {
    std::vector<IsiRealisasi> butir;
};

// Items to be returned; waits for the reason.
struct ObjekPutusan {
    std::int64_t digest_id = 0;
    int nomor = 0;
};
struct TungguAlasan {
    std::vector<ObjekPutusan> objek;
};

using Dialogue = std::variant<
    TanpaDialog,
    TungguNip,
    TungguKode,
    LengkapiRealisasi,
    KonfirmasiRealisasi,
    TungguAlasan>;

// JSON with a version; the empty text for TanpaDialog.
std::string encode(const Dialogue& dialogue);

// What the text says; TanpaDialog for the empty text and for one that this version cannot read.
Dialogue decode_dialogue(std::string_view text);

// A command in the light of what the conversation waits for: a bare value fills the gap that was
// asked about, a free text becomes the reason that was asked for. Everything else is the command
// itself. `text` is the message as written.
Command continue_dialogue(const Dialogue& dialogue, Command command, std::string_view text);

}  // namespace bot
