#pragma once

#include "bot/actions/turn.hpp"
#include "bot/conversation/replies/ikat.hpp"

namespace bot {

// Runs the action of a turn: rules on what was loaded, effects, one answer. Never throws for what a
// person wrote.
void act(TurnContext& context);

// The actions, one function per command or group of commands; the sender is bound.
void catat(TurnContext& context, const CatatRealisasi& command);  // isi_realisasi.cpp
void simpan_semua(TurnContext& context);                          // "ya" to a confirmation
void simpan_suntingan(TurnContext& context);                      // "ya" to an edited message
void putuskan(TurnContext& context, const Putuskan& command);     // putusan.cpp
void tinjau(TurnContext& context);                                // tinjau.cpp
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
void lepas_akun(TurnContext& context);  // lepas.cpp
void bukan_saya(TurnContext& context);

CaraKenal cara_kenal(const Turn& turn);

// The way of somebody who is bound to nobody yet.
void kenalkan(TurnContext& context);  // ikat.cpp
// Takes "lepas akun" back; false if this address was not let go a moment ago.
bool ikat_kembali(TurnContext& context);  // lepas.cpp

// A message that was sent before was edited, or taken back.
void tanggapi_suntingan(TurnContext& context);  // suntingan.cpp
void tanggapi_penarikan(TurnContext& context);

}  // namespace bot
