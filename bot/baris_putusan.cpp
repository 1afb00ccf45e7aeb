#include "bot/baris_putusan.hpp"

#include <fmt/format.h>

#include "adapters/utf.hpp"

namespace bot {

BarisPutusan baris(const storage::WaitingItem& item) {
    return {
        .nomor = item.nomor,
        .pemilik = adapters::plain_people_text(item.pemilik),
        .periode = fmt::format("{} {}", item.periode, item.tahun),
        .rhk = item.rhk_nomor,
        .nilai = item.nilai_dilihat,
        .satuan = item.satuan,
        .sumber = adapters::plain_people_text(item.sumber_dilihat),
        .keterangan = adapters::plain_people_text(item.keterangan_dilihat),
        .bukti = item.bukti,
    };
}

}  // namespace bot
