#include "bot/actions/act.hpp"

#include "bot/conversation/replies/ikat.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/suntingan.hpp"
#include "bot/conversation/replies/umum.hpp"

namespace bot {
namespace {

void run(TurnContext& c, const Mulai&) {
    lihat_menu(c);
}
void run(TurnContext& c, const Menu&) {
    lihat_menu(c);
}
void run(TurnContext& c, const Bantuan& command) {
    c.reply(bantuan(command.tentang));
}
void run(TurnContext& c, const LihatProfil&) {
    lihat_profil(c);
}
void run(TurnContext& c, const LihatSkp& command) {
    lihat_skp(c, command);
}
void run(TurnContext& c, const Jadwal&) {
    lihat_jadwal(c);
}
void run(TurnContext& c, const SisaTugas&) {
    lihat_sisa_tugas(c);
}
void run(TurnContext& c, const TanyaRealisasi& command) {
    tanya_realisasi(c, command);
}
void run(TurnContext& c, const LihatKwitansi& command) {
    lihat_kwitansi(c, command);
}
void run(TurnContext& c, const Urungkan& command) {
    urungkan(c, command);
}
void run(TurnContext& c, const LepasAkun&) {
    lepas_akun(c);
}
void run(TurnContext& c, const BukanSaya&) {
    bukan_saya(c);
}
void run(TurnContext& c, const CatatRealisasi& command) {
    catat(c, command);
}
void run(TurnContext& c, const TambahBukti& command) {
    tambah_bukti(c, command);
}
void run(TurnContext& c, const LihatBukti& command) {
    lihat_bukti(c, command);
}
void run(TurnContext& c, const HapusBukti& command) {
    hapus_bukti(c, command);
}
void run(TurnContext& c, const Putuskan& command) {
    putuskan(c, command);
}
void run(TurnContext& c, const Tinjau&) {
    tinjau(c);
}
void run(TurnContext& c, const BelumTersedia& command) {
    c.reply(belum_tersedia(command.nama));
}
void run(TurnContext& c, const CekBot&) {
    c.reply(belum_tersedia("cek bot"));
}
void run(TurnContext& c, const TidakDipahami& command) {
    c.reply(tidak_dipahami(command));
}
void run(TurnContext& c, const TidakBertindak& command) {
    if (command.sebab == SebabTidakBertindak::SalahKetikPutusan && tanya_putusan(c)) return;
    c.reply(tidak_bertindak(command));
}

void run(TurnContext& c, const Batal&) {
    const bool waiting = is_waiting(c.turn().dialogue);
    c.forget();
    c.reply(waiting ? dibatalkan() : tidak_ada_yang_dibatalkan());
}
void run(TurnContext& c, const Kembali&) {
    run(c, Batal{});
}

// The forms ask their question again themselves; this is what is left (continue_dialogue).
void run(TurnContext& c, const Ulang&) {
    if (!is_waiting(c.turn().dialogue)) {
        c.reply(tidak_ada_yang_menunggu_jawaban());
        return;
    }
    c.reply(diulang());
}

void run(TurnContext& c, const Ya&) {
    if (std::holds_alternative<KonfirmasiRealisasi>(c.turn().dialogue)) {
        simpan_semua(c);
    } else if (std::holds_alternative<KonfirmasiSuntingan>(c.turn().dialogue)) {
        simpan_suntingan(c);
    } else {
        c.reply(tidak_ada_yang_menunggu_jawaban());
    }
}
void run(TurnContext& c, const Tidak&) {
    if (!std::holds_alternative<KonfirmasiSuntingan>(c.turn().dialogue)) {
        run(c, Batal{});
        return;
    }
    c.forget();
    c.reply(suntingan_dibiarkan());
}

void run(TurnContext& c, const KirimNip&) {
    c.reply(tidak_ada_yang_menunggu_jawaban());
}
void run(TurnContext& c, const KirimKode&) {
    c.reply(tidak_ada_yang_menunggu_jawaban());
}

// The same hint again within an hour helps nobody (PLATFORMS.md section 3).
constexpr std::chrono::hours kHintEvery{1};

void hint(TurnContext& c, Reply reply) {
    const auto last = c.turn().event.greeted_at;
    if (last && *last + kHintEvery > c.turn().now) return;
    c.mark_greeted();
    c.reply(std::move(reply));
}

void run_without_list(TurnContext& c) {
    if (const auto* shown = std::get_if<KonfirmasiRealisasi>(&c.turn().dialogue)) {
        c.reply(nomor_butir_tidak_ada(shown->butir.size()));
    } else {
        c.reply(tidak_ada_yang_menunggu_jawaban());
    }
}
void run(TurnContext& c, const UbahButir& repair) {
    const auto* shown = std::get_if<KonfirmasiRealisasi>(&c.turn().dialogue);
    const bool there = shown != nullptr && repair.nomor >= 1 &&
                       static_cast<std::size_t>(repair.nomor) <= shown->butir.size();
    if (repair.ganda && there) {
        c.reply(tanya_perbaikan_ganda(*repair.ganda, repair.nomor));
    } else {
        run_without_list(c);
    }
}
void run(TurnContext& c, const HapusButir&) {
    run_without_list(c);
}

// A bare value where nothing was asked: "3 laporan" begins a realisasi, and the RHK is asked for.
void run(TurnContext& c, const Penggalan& piece) {
    if (piece.nomor) {
        c.reply(nomor_dari_mana(*piece.nomor));
        return;
    }
    catat(c, {.butir = {piece.slot}, .tak_dipahami = {}});
}

}  // namespace

void act(TurnContext& context) {
    const Turn& turn = context.turn();
    switch (turn.gerak) {
        case Gerak::Diam:
            break;
        case Gerak::Grup:
            hint(context, lanjut_di_chat_pribadi());
            break;
        case Gerak::Suntingan:
            tanggapi_suntingan(context);
            break;
        case Gerak::Ditarik:
            tanggapi_penarikan(context);
            break;
        case Gerak::TidakDidukung:
            hint(context, turn.sender ? jenis_tidak_didukung() : salam_pembuka(cara_kenal(turn)));
            break;
        case Gerak::LihatIsi:
            if (!turn.sender) {
                context.reply(salam_pembuka(cara_kenal(turn)));
                break;
            }
            context.effects().shown.push_back(
                {turn.referred->id, context.random().token(), turn.event.id}
            );
            break;
        case Gerak::TombolMati:
            context.reply(turn.sender ? tombol_kedaluwarsa() : salam_pembuka(cara_kenal(turn)));
            break;
        case Gerak::Kontak:
        case Gerak::Tautan:
            kenalkan(context);
            break;
        case Gerak::Perintah:
            if (!turn.sender) {
                kenalkan(context);
            } else {
                std::visit([&](const auto& command) { run(context, command); }, turn.command);
            }
            break;
    }
    context.finish();
}

}  // namespace bot
