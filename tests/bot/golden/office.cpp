#include "tests/bot/golden/office.hpp"

#include <cassert>
#include <sstream>

#include "adapters/utf.hpp"
#include "tests/support/libur_nasional.hpp"

namespace bot_test {
namespace {

using domain::tanggal;

domain::Indikator indikator(
    std::int64_t id,
    domain::Aspek aspek,
    std::string teks,
    std::string_view target,
    std::string satuan
) {
    domain::Indikator one;
    one.id = id;
    one.aspek = aspek;
    one.teks = std::move(teks);
    one.target = angka(target);
    one.satuan = std::move(satuan);
    one.agregasi = domain::agregasi_bawaan(aspek, one.satuan);
    return one;
}

domain::Indikator tanpa_target(std::int64_t id, std::string teks, std::string satuan) {
    domain::Indikator one;
    one.id = id;
    one.teks = std::move(teks);
    one.satuan = std::move(satuan);
    return one;
}

domain::Realisasi realisasi(
    std::int64_t indikator,
    std::int64_t periode,
    std::string_view nilai,
    domain::StatusRealisasi status
) {
    domain::Realisasi one;
    one.indikator_id = indikator;
    one.periode_id = periode;
    one.nilai = angka(nilai);
    one.status = status;
    one.versi = 1;
    return one;
}

domain::Rhk rhk(int nomor, std::string teks, std::vector<domain::Indikator> indikator) {
    domain::Rhk one;
    one.nomor = nomor;
    one.teks = std::move(teks);
    one.indikator = std::move(indikator);
    return one;
}

std::vector<domain::Tanggal> libur_2026() {
    std::vector<domain::Tanggal> days;
    std::istringstream list(
        std::string(support::kLiburNasional) + std::string(support::kCutiBersama)
    );
    for (std::string day; list >> day;) days.push_back(*domain::tanggal_dari_iso(day));
    return days;
}

}  // namespace

std::string_view teks_aneh() {
    return "Laporan *selesai* _rapi_ ~batal~ `kode` ```blok``` 👍🏽 👩‍💻 🇮🇩 @budi "
           "/urungkan "
           "#rapat "
           "https://contoh.go.id/a_b_c "
           "\u200Fتقرير\u200F \u202Eterbalik\u202C ok";
}

std::string teks_panjang(std::size_t code_points) {
    const std::u32string one = adapters::to_code_points(
        "Tersusunnya laporan pelaksanaan layanan *prima* kepada masyarakat 👍🏽 yang "
        "rapi_dan_tepat "
        "waktu; "
    );
    std::u32string all;
    while (all.size() < code_points) all += one;
    return adapters::to_utf8(all.substr(0, code_points));
}

domain::Kuantitas angka(std::string_view decimal) {
    const auto value = domain::Kuantitas::from_decimal(decimal);
    assert(value);
    return *value;
}

domain::Tanggal hari_ini() {
    return tanggal(2026, 3, 30);
}

const domain::KalenderKerja& kalender() {
    static const domain::KalenderKerja kKalender(domain::PolaKerja::LimaHari, libur_2026());
    return kKalender;
}

const std::vector<domain::Periode>& tahun_2026() {
    using domain::JenisPeriode;
    static const auto kPeriode = [] {
        const auto one = [](std::int64_t id, std::string nama, domain::Tanggal awal, auto akhir) {
            return domain::Periode{
                id,
                2026,
                std::move(nama),
                JenisPeriode::Triwulan,
                awal,
                akhir,
                domain::batas_bawaan(JenisPeriode::Triwulan, akhir)};
        };
        return std::vector<domain::Periode>{
            one(1, "Triwulan I", tanggal(2026, 1, 1), tanggal(2026, 3, 31)),
            one(2, "Triwulan II", tanggal(2026, 4, 1), tanggal(2026, 6, 30)),
            one(3, "Triwulan III", tanggal(2026, 7, 1), tanggal(2026, 9, 30)),
            one(4, "Triwulan IV", tanggal(2026, 10, 1), tanggal(2026, 12, 31)),
        };
    }();
    return kPeriode;
}

const domain::Periode& triwulan(int nomor) {
    return tahun_2026().at(static_cast<std::size_t>(nomor - 1));
}

domain::Skp skp_tanpa_rhk() {
    domain::Skp skp;
    skp.id = 1;
    skp.tahun = 2026;
    skp.status = domain::StatusSkp::Persetujuan;
    return skp;
}

const domain::Skp& skp_biasa() {
    using domain::Aspek;
    static const domain::Skp kSkp = [] {
        domain::Skp skp = skp_tanpa_rhk();
        skp.rhk = {
            rhk(1,
                "Tersusunnya laporan layanan",
                {indikator(1, Aspek::Kuantitas, "Jumlah laporan layanan", "12", "Laporan")}),
            rhk(2,
                "Meningkatnya kepuasan pengguna layanan",
                {indikator(2, Aspek::Kualitas, "Persentase pengguna yang puas", "92.5", "%")}),
            rhk(3,
                "Terlaksananya sosialisasi aturan baru",
                {indikator(3, Aspek::Kuantitas, "Jumlah kegiatan sosialisasi", "4", "Kegiatan"),
                 indikator(4, Aspek::Kualitas, "Nilai evaluasi peserta", "85", "Nilai"),
                 indikator(5, Aspek::Waktu, "Lama penyelesaian", "12", "Bulan"),
                 indikator(6, Aspek::Biaya, "Anggaran yang terpakai", "1250000000", "Rupiah")}),
            rhk(4,
                "Terdokumentasinya arsip kepegawaian",
                {tanpa_target(7, "Arsip tertata", "Dokumen")}),
        };
        skp.rhk[3].jenis = domain::JenisRhk::Tambahan;
        return skp;
    }();
    return kSkp;
}

const domain::Skp& skp_panjang() {
    using domain::Aspek;
    static const domain::Skp kSkp = [] {
        domain::Skp skp = skp_tanpa_rhk();
        for (int nomor = 1; nomor <= 10; ++nomor) {
            const std::string teks = teks_panjang(300);
            const std::int64_t id = 100 + nomor * 10;
            skp.rhk.push_back(
                rhk(nomor,
                    teks,
                    {indikator(id, Aspek::Kuantitas, teks, "999999999999.9999", "Laporan kegiatan"),
                     indikator(id + 1, Aspek::Kualitas, teks, "100", "%"),
                     indikator(id + 2, Aspek::Waktu, teks, "12", "Bulan"),
                     indikator(id + 3, Aspek::Biaya, teks, "999999999999.9999", "Rupiah")})
            );
        }
        return skp;
    }();
    return kSkp;
}

std::vector<const domain::Rhk*> semua_rhk(const domain::Skp& skp) {
    std::vector<const domain::Rhk*> all;
    for (const domain::Rhk& one : skp.rhk) all.push_back(&one);
    return all;
}

std::vector<domain::Realisasi> realisasi_biasa() {
    using domain::StatusRealisasi;
    return {
        realisasi(1, 1, "3", StatusRealisasi::Tercatat),
        realisasi(1, 2, "2", StatusRealisasi::Disetujui),
        realisasi(2, 1, "90.25", StatusRealisasi::Dikembalikan),
    };
}

}  // namespace bot_test
