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

struct TanpaDialog {
    friend bool operator==(const TanpaDialog&, const TanpaDialog&) = default;
};

// Waits for the NIP. `nomor` is the sender's own number, proven by his contact card; empty: none.
struct TungguNip {
    std::string nomor;
};

// The NIP is there; waits for the activation code.
struct TungguKode {
    std::string nip;
};

// One question of the realisasi form: which slot of which item.
enum class Ditanya { Rhk, Aspek, Nilai };
struct Pertanyaan {
    std::size_t ke = 0;
    Ditanya apa = Ditanya::Rhk;
    friend bool operator==(const Pertanyaan&, const Pertanyaan&) = default;
};

// A realisasi with something missing; one question at a time. `jejak` are the questions that were
// answered before this one, oldest first: the way back.
struct LengkapiRealisasi {
    std::vector<IsiRealisasi> butir;
    std::size_t ke = 0;  // which item is asked about
    Ditanya apa = Ditanya::Rhk;
    std::vector<Pertanyaan> jejak{};
};

// Several items, understood and shown; waits for "simpan" or a repair.
struct KonfirmasiRealisasi {
    std::vector<IsiRealisasi> butir;
    std::vector<Pertanyaan> jejak{};
};

// Items to be returned; waits for the reason.
struct ObjekPutusan {
    std::int64_t digest_id = 0;
    int nomor = 0;
};
struct TungguAlasan {
    std::vector<ObjekPutusan> objek;
};

// Evidence with something missing: what it is for, or itself. Files that are there already wait
// with it.
enum class DitanyaBukti { Rhk, Aspek, Isi };
struct TungguBukti {
    IsiBukti isi;
    std::vector<BerkasMasuk> berkas{};
    DitanyaBukti apa = DitanyaBukti::Isi;
};

// "lepas akun" was written; waits for "ya".
struct KonfirmasiLepas {};

// A recorded message was edited; waits for "ya" or "tidak". `butir` names its indikator and period
// in full and sets the value; `dilihat` is the value that the question showed beside it.
struct KonfirmasiSuntingan {
    IsiRealisasi butir;
    domain::Kuantitas dilihat;
};

using Dialogue = std::variant<
    TanpaDialog,
    TungguNip,
    TungguKode,
    LengkapiRealisasi,
    KonfirmasiRealisasi,
    TungguAlasan,
    TungguBukti,
    KonfirmasiLepas,
    KonfirmasiSuntingan>;

bool is_waiting(const Dialogue& dialogue);

// The form that is asked about now, and those that it interrupted, oldest first; they go on when it
// is done. `readable` is false for a text that this version cannot read: nothing is remembered.
struct Memory {
    Dialogue now;
    std::vector<Dialogue> suspended{};
    bool readable = true;
};

// More forms are not kept waiting; the oldest is given up.
inline constexpr std::size_t kMostSuspended = 3;

// JSON with a version; the empty text if nothing is remembered.
std::string encode(const Memory& memory);
Memory decode_memory(std::string_view text);

// A command in the light of what the conversation waits for: a bare value fills the gap that was
// asked about, a free text becomes the reason that was asked for, "kembali" gives back the question
// before, "ulang" asks again. With `answers_form` the command is the form's own next step, which
// replaces it; else it interrupts the form. With `drops_form` the form is given up: a question that
// a later "ya" must not answer any more. `text` is the message as written.
struct Continued {
    Command command;
    bool answers_form = false;
    bool drops_form = false;
};
Continued continue_dialogue(const Dialogue& dialogue, Command command, std::string_view text);

}  // namespace bot
