#include "bot/conversation/replies/ikat.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {

std::vector<Card> ikat_cards() {
    using bot::CaraKenal;
    const Goes telegram = Goes::Telegram, whatsapp = Goes::WhatsApp;
    const std::string_view pada = "Senin, 30 Maret 2026 pukul 08.00 WIB";
    return {
        {"salam_pembuka", bot::salam_pembuka(CaraKenal::Kontak), "balasan", telegram},
        {"salam_pembuka__nomor", bot::salam_pembuka(CaraKenal::Nomor), "balasan", whatsapp},
        {"salam_pembuka__kode", bot::salam_pembuka(CaraKenal::Kode), "balasan", whatsapp},
        {"minta_nip", bot::minta_nip()},
        {"minta_kode", bot::minta_kode()},
        {"data_tidak_cocok", bot::data_tidak_cocok()},
        {"terkunci", bot::terkunci("14.30 WIB")},
        {"kontak_orang_lain", bot::kontak_orang_lain(CaraKenal::Kontak), "balasan", telegram},
        {"kontak_orang_lain__nomor", bot::kontak_orang_lain(CaraKenal::Nomor), "balasan", whatsapp},
        {"kontak_orang_lain__kode", bot::kontak_orang_lain(CaraKenal::Kode), "balasan", whatsapp},
        {"terikat", bot::terikat(kKode, kNama, /*menunggu_sehari=*/false)},
        {"terikat__menunggu_sehari", bot::terikat(kKode, kNamaPanjang, /*menunggu_sehari=*/true)},
        {"alamat_baru", bot::alamat_baru(pada, /*berakhir=*/false), "alamat_baru"},
        {"alamat_baru__berakhir", bot::alamat_baru(pada, /*berakhir=*/true), "alamat_baru"},
        {"ikatan_baru_dibatalkan", bot::ikatan_baru_dibatalkan()},
        {"tidak_ada_ikatan_baru", bot::tidak_ada_ikatan_baru()},
        {"tanya_lepas", bot::tanya_lepas()},
        {"akun_dilepas", bot::akun_dilepas(kKode)},
        {"lanjut_di_chat_pribadi", bot::lanjut_di_chat_pribadi()},
    };
}

}  // namespace bot_test
