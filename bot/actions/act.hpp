#pragma once

#include "bot/actions/turn.hpp"

namespace bot {

// Runs the action of a turn: rules on what was loaded, effects, one answer. Never throws for what a
// person wrote.
void act(TurnContext& context);

// The actions, one function per command or group of commands; the sender is bound.
void catat(TurnContext& context, const CatatRealisasi& command);  // isi_realisasi.cpp
void simpan_semua(TurnContext& context);                          // "ya" to a confirmation
void putuskan(TurnContext& context, const Putuskan& command);     // putusan.cpp
void tinjau(TurnContext& context);
// Asks which decision was meant, with what waits for one; false if nothing does.
bool tanya_putusan(TurnContext& context);                      // tanya_putusan.cpp
void urungkan(TurnContext& context, const Urungkan& command);  // urungkan.cpp
void lihat_profil(TurnContext& context);                       // lihat.cpp
void lihat_skp(TurnContext& context, const LihatSkp& command);
void tanya_realisasi(TurnContext& context, const TanyaRealisasi& command);  // tanya_realisasi.cpp
void tambah_bukti(TurnContext& context, const TambahBukti& command);        // bukti.cpp
void lihat_bukti(TurnContext& context, const LihatBukti& command);          // lihat_bukti.cpp
void hapus_bukti(TurnContext& context, const HapusBukti& command);
void lihat_jadwal(TurnContext& context);
void lihat_sisa_tugas(TurnContext& context);
void lihat_kwitansi(TurnContext& context, const LihatKwitansi& command);
void lihat_menu(TurnContext& context);
void lepas_akun(TurnContext& context);  // ikat.cpp
void bukan_saya(TurnContext& context);

// The way of somebody who is bound to nobody yet.
void kenalkan(TurnContext& context);

}  // namespace bot
