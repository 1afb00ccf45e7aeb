#pragma once

#include <array>
#include <span>
#include <string_view>

namespace bot {

// The CSV files that `import` reads and `export` writes, with their columns (ARCHITECTURE.md
// section 4).
struct CsvFile {
    std::string_view name;
    std::span<const std::string_view> columns;
};

inline constexpr std::array<std::string_view, 4> kInstansiColumns{
    "kode", "nama", "zona", "hari_kerja"};
inline constexpr std::array<std::string_view, 5> kUnitColumns{
    "instansi", "kode", "nama", "induk", "mandiri"};
inline constexpr std::array<std::string_view, 11> kPegawaiColumns{
    "instansi",
    "nip",
    "nama",
    "jabatan",
    "jenis_jabatan",
    "jenjang",
    "golongan",
    "unit",
    "atasan_nip",
    "jenis",
    "telepon"};
inline constexpr std::array<std::string_view, 7> kPeriodeColumns{
    "instansi", "tahun", "nama", "jenis", "awal", "akhir", "batas"};
inline constexpr std::array<std::string_view, 4> kLiburColumns{
    "instansi", "tanggal", "nama", "jenis"};
inline constexpr std::array<std::string_view, 12> kSkpColumns{
    "nip",
    "tahun",
    "pendekatan",
    "status",
    "rhk",
    "jenis",
    "rhk_atasan",
    "isi",
    "aspek",
    "indikator",
    "target",
    "satuan"};

inline constexpr CsvFile kInstansiFile{"instansi.csv", kInstansiColumns};
inline constexpr CsvFile kUnitFile{"unit_kerja.csv", kUnitColumns};
inline constexpr CsvFile kPegawaiFile{"pegawai.csv", kPegawaiColumns};
inline constexpr CsvFile kPeriodeFile{"periode.csv", kPeriodeColumns};
inline constexpr CsvFile kLiburFile{"libur.csv", kLiburColumns};
inline constexpr CsvFile kSkpFile{"skp.csv", kSkpColumns};

// What `export` writes beside these. Files of features that this version does not have get their
// header line alone.
inline constexpr std::array<std::string_view, 10> kRealisasiColumns{
    "nip",
    "tahun",
    "periode",
    "rhk",
    "aspek",
    "nilai",
    "satuan",
    "sumber",
    "status",
    "dicatat_pada"};
inline constexpr std::array<std::string_view, 9> kBuktiColumns{
    "nip", "tahun", "periode", "rhk", "aspek", "nama", "link", "sha256", "dicatat_pada"};
inline constexpr std::array<std::string_view, 9> kHarianColumns{
    "nip", "tanggal", "jenis", "rhk", "aspek", "uraian", "nilai", "satuan", "status"};
inline constexpr std::array<std::string_view, 7> kPenilaianColumns{
    "nip", "tahun", "periode", "hasil_kerja", "perilaku_kerja", "predikat", "dinilai_pada"};
inline constexpr std::array<std::string_view, 7> kKeberatanColumns{
    "nip", "tahun", "periode", "status", "alasan", "diajukan_pada", "diputus_pada"};
inline constexpr std::array<std::string_view, 6> kPembinaanColumns{
    "nip", "jenis", "pengusul_nip", "status", "diajukan_pada", "diputus_pada"};
inline constexpr std::array<std::string_view, 8> kUmpanBalikColumns{
    "nip", "tahun", "periode", "sasaran", "peran", "penulis_nip", "teks", "dicatat_pada"};
// Who can be written to in no chat of his: for the admin.
inline constexpr std::array<std::string_view, 5> kTidakTerjangkauColumns{
    "nip", "unit", "kanal", "sejak", "pesan_menunggu"};
inline constexpr std::array<std::string_view, 12> kJejakColumns{
    "id",
    "instansi",
    "pada",
    "pelaku_nip",
    "kapasitas",
    "tindakan",
    "objek",
    "objek_id",
    "versi",
    "kwitansi",
    "sebelum",
    "sesudah"};

inline constexpr CsvFile kRealisasiFile{"realisasi.csv", kRealisasiColumns};
inline constexpr CsvFile kBuktiFile{"bukti.csv", kBuktiColumns};
inline constexpr CsvFile kHarianFile{"harian.csv", kHarianColumns};
inline constexpr CsvFile kPenilaianFile{"penilaian.csv", kPenilaianColumns};
inline constexpr CsvFile kKeberatanFile{"keberatan.csv", kKeberatanColumns};
inline constexpr CsvFile kPembinaanFile{"pembinaan.csv", kPembinaanColumns};
inline constexpr CsvFile kUmpanBalikFile{"umpan_balik.csv", kUmpanBalikColumns};
inline constexpr CsvFile kTidakTerjangkauFile{"tidak_terjangkau.csv", kTidakTerjangkauColumns};
inline constexpr CsvFile kJejakFile{"jejak.csv", kJejakColumns};

}  // namespace bot
