#include "bot/conversation/replies/capaian.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

bot::Reply jawaban(const domain::Skp& skp) {
    const auto rhk = semua_rhk(skp);
    const auto realisasi = realisasi_biasa();
    return bot::jawaban_capaian({triwulan(1), rhk, realisasi});
}

}  // namespace

std::vector<Card> capaian_cards() {
    return {
        {"jawaban_capaian", jawaban(skp_biasa())},
        {"jawaban_capaian__kosong", bot::jawaban_capaian({triwulan(1), {}, {}})},
        {"jawaban_capaian__panjang", jawaban(skp_panjang())},
    };
}

}  // namespace bot_test
