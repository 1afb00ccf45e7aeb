#include "storage/ambil_store.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include "storage/known_word.hpp"

namespace storage {
namespace {

constexpr std::array<std::pair<SebabGagal, std::string_view>, 5> kSebab{{
    {SebabGagal::Hilang, "hilang"},
    {SebabGagal::TerlaluBesar, "terlalu_besar"},
    {SebabGagal::Jenis, "jenis"},
    {SebabGagal::Kosong, "kosong"},
    {SebabGagal::WaktuHabis, "waktu_habis"},
}};

std::string_view kode(SebabGagal sebab) {
    for (const auto& [value, word] : kSebab) {
        if (value == sebab) return word;
    }
    throw std::logic_error("a reason without a word");
}

}  // namespace

std::optional<SebabGagal> sebab_gagal_dari(std::string_view text) {
    for (const auto& [value, word] : kSebab) {
        if (word == text) return value;
    }
    return std::nullopt;
}

std::optional<AmbilJob> AmbilStore::claim(std::span<const std::string> channels) {
    ArrayParam names;
    for (const std::string& channel : channels) names.add(channel);
    const Rows rows = transaction_.run("ambil/claim", Params().add(names));
    if (rows.empty()) return std::nullopt;
    const Row row = rows[0];
    return AmbilJob{
        .pemilik = {row.number(0), row.number(2)},
        .bukti_id = row.number(1),
        .conversation_id = row.number(3),
        .channel = row.text(4),
        .rujukan = row.text(5),
        .nama = row.text(8),
        .kwitansi = row.text(9),
        .album = row.text(10),
        .percobaan = row.integer(6),
        .terlalu_lama = row.flag(7),
        .database_time = row.instant(11),
    };
}

void AmbilStore::settle(const AmbilJob& job, const AmbilHasil& result) {
    using domain::SimpanBukti;
    Params params;
    params.add(job.pemilik.instansi_id).add(job.bukti_id);
    params.add(domain::kode(result.sebab ? SimpanBukti::Gagal : SimpanBukti::Tersimpan));
    params.add(result.sebab ? kode(*result.sebab) : "");
    transaction_.run("ambil/settle", params.add(result.sha256).add(result.tipe).add(result.ukuran));
}

void AmbilStore::later(const AmbilJob& job, int milliseconds) {
    Params params;
    params.add(job.pemilik.instansi_id).add(job.bukti_id);
    transaction_.run("ambil/later", params.add(milliseconds));
}

std::vector<BuktiKwitansi> AmbilStore::of_receipt(const AmbilJob& job) {
    std::vector<BuktiKwitansi> all;
    Params params;
    params.add(job.pemilik.instansi_id).add(job.kwitansi);
    for (const Row row : transaction_.run("ambil/of_receipt", params)) {
        all.push_back({
            .nomor = row.integer(0),
            .nama = row.text(1),
            .simpan = known(domain::simpan_bukti_dari(row.view(2))),
            .sebab = sebab_gagal_dari(row.view(3)),
            .tipe = row.text(4),
            .ukuran = row.number(5),
            .status = known(domain::status_bukti_dari(row.view(6))),
            .rhk = row.integer(7),
            .rhk_teks = row.text(8),
            .aspek = row.text_or_empty(9),
            .periode = row.text(10),
            .tahun = row.integer(11),
            .banyak = row.integer(12),
        });
    }
    return all;
}

}  // namespace storage
