#include "bot/actions/act.hpp"
#include "bot/actions/alamat.hpp"
#include "bot/conversation/replies/ikat.hpp"
#include "bot/conversation/replies/urungkan.hpp"

namespace bot {

void lepas_akun(TurnContext& context) {
    const bool asked = std::holds_alternative<KonfirmasiLepas>(context.turn().dialogue);
    if (!asked || !context.turn().answers_form) {
        context.interrupt(KonfirmasiLepas{});
        context.reply(tanya_lepas());
        return;
    }
    const storage::Sender& sender = context.sender();
    const std::string kwitansi = context.add_receipt(std::string(kLepas), "Akun chat ini dilepas");
    context.effects().ended.push_back({sender.key, sender.alamat_id});
    note_address(context, sender.key, kLepas, kwitansi);
    context.forget_all();
    context.reply(akun_dilepas(kwitansi));
}

bool ikat_kembali(TurnContext& context) {
    const Turn& turn = context.turn();
    const auto found = context.loaded().released.find(turn.event.conversation_id);
    if (found == context.loaded().released.end()) return false;
    const storage::Receipt& receipt = found->second;
    const std::string& wanted = std::get<Urungkan>(turn.command).kode;
    if (!wanted.empty() && wanted != receipt.kode) return false;
    const std::string kwitansi =
        context.add_receipt(receipt.pegawai, "urungkan", "Diurungkan: " + receipt.isi);
    context.effects().reopened.push_back({receipt.pegawai, turn.event.conversation_id, receipt.pada}
    );
    context.effects().cancelled_receipts.push_back(
        {receipt.pegawai.instansi_id, receipt.kode, kwitansi}
    );
    note_address(context, receipt.pegawai, "urungkan", kwitansi);
    context.reply(lepas_diurungkan(kwitansi));
    return true;
}

void bukan_saya(TurnContext& context) {
    const storage::Sender& sender = context.sender();
    if (!sender.ada_yang_baru) {
        context.reply(tidak_ada_ikatan_baru());
        return;
    }
    const std::string kwitansi =
        context.add_receipt(std::string(kTolakBaru), "Alamat baru ditolak");
    context.effects().rejected_newer.push_back({sender.key, sender.alamat_id});
    note_address(context, sender.key, kTolakBaru, kwitansi);
    context.reply(ikatan_baru_dibatalkan());
}

}  // namespace bot
