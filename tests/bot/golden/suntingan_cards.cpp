#include "bot/conversation/replies/suntingan.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

bot::Reply suntingan(
    const domain::Indikator& indikator,
    std::string_view baru,
    std::string_view sumber = "",
    std::string_view keterangan = ""
) {
    return bot::tanya_suntingan(
        {1, indikator, "Triwulan I 2026", angka("3"), angka(baru), sumber, keterangan}
    );
}

}  // namespace

std::vector<Card> suntingan_cards() {
    using bot::MasaUrung;
    const domain::Indikator& satu = skp_biasa().rhk[0].indikator[0];
    const domain::Indikator& tanpa_aspek = skp_biasa().rhk[3].indikator[0];
    const std::string_view isi = "RHK 1 Kuantitas, Triwulan I 2026: 3 Laporan";
    return {
        {"tanya_suntingan", suntingan(satu, "4")},
        {"tanya_suntingan__tanpa_aspek", suntingan(tanpa_aspek, "4")},
        {"tanya_suntingan__teks_aneh", suntingan(satu, "4", teks_aneh(), teks_aneh())},
        {"tanya_suntingan__panjang",
         suntingan(satu, "999999999999.9999", teks_panjang(250), teks_panjang(500))},
        {"suntingan_dibiarkan", bot::suntingan_dibiarkan()},
        {"suntingan_berubah", bot::suntingan_berubah()},
        {"suntingan_tidak_dijalankan", bot::suntingan_tidak_dijalankan()},
        {"penarikan_tetap_tercatat",
         bot::penarikan_tetap_tercatat(kKode, isi, MasaUrung::Berjalan)},
        {"penarikan_tetap_tercatat__lewat",
         bot::penarikan_tetap_tercatat(kKode, isi, MasaUrung::Lewat)},
    };
}

}  // namespace bot_test
