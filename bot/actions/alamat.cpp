#include "bot/actions/alamat.hpp"

namespace bot {

void note_address(
    TurnContext& context,
    const storage::PegawaiKey& person,
    std::string_view tindakan,
    const std::string& kwitansi
) {
    context.effects().ledger.push_back({
        .instansi_id = person.instansi_id,
        .pada = context.turn().now,
        .pelaku_id = person.pegawai_id,
        .tindakan = std::string(tindakan),
        .objek = "alamat",
        .objek_id = std::to_string(context.turn().event.conversation_id),
        .versi = std::nullopt,
        .kwitansi = kwitansi,
        .sebelum = "",
        .sesudah = "",
    });
}

}  // namespace bot
