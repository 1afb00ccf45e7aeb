#include "bot/conversation/replies/notice.hpp"
#include "bot/conversation/replies/tugas.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/office.hpp"

namespace bot_test {
namespace {

std::vector<bot::TugasTersisa> tugas_dari(const domain::Skp& skp) {
    std::vector<bot::TugasTersisa> all;
    for (const domain::Rhk& rhk : skp.rhk) {
        for (const domain::Indikator& indikator : rhk.indikator) {
            const std::string aspek =
                indikator.aspek ? std::string(domain::nama(*indikator.aspek)) : "";
            all.push_back({rhk.nomor, rhk.teks, aspek, rhk.nomor == 2});
        }
    }
    return all;
}

}  // namespace

std::vector<Card> tugas_cards() {
    const auto biasa = tugas_dari(skp_biasa());
    const auto panjang = tugas_dari(skp_panjang());
    const auto batas = triwulan(1).batas;
    const std::vector<bot::TugasTersisa> satu{biasa.front()};
    return {
        {"jadwal", bot::jadwal(tahun_2026(), kalender(), hari_ini())},
        {"jadwal__kosong", bot::jadwal({}, kalender(), hari_ini())},
        {"sisa_tugas", bot::sisa_tugas(triwulan(1), biasa, kalender(), hari_ini())},
        {"sisa_tugas__selesai", bot::sisa_tugas(triwulan(1), {}, kalender(), hari_ini())},
        {"sisa_tugas__panjang", bot::sisa_tugas(triwulan(1), panjang, kalender(), hari_ini())},
        {"pengingat_batas",
         bot::pengingat_batas(triwulan(1), biasa, kalender(), hari_ini()),
         "batas_penilaian"},
        {"pengingat_batas__hari_ini",
         bot::pengingat_batas(triwulan(1), satu, kalender(), batas),
         "batas_penilaian"},
        {"pengingat_batas__panjang",
         bot::pengingat_batas(triwulan(1), panjang, kalender(), hari_ini()),
         "batas_penilaian"},
    };
}

}  // namespace bot_test
