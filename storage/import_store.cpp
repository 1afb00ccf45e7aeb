#include "storage/import_store.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace storage {
namespace {

void add_or_null(ArrayParam& array, const std::string& text) {
    if (text.empty()) {
        array.add_null();
    } else {
        array.add(text);
    }
}

template <class E>
void add_or_null(ArrayParam& array, const std::optional<E>& word) {
    if (word) {
        array.add(kode(*word));
    } else {
        array.add_null();
    }
}

template <std::size_t N>
Params params_of(const std::array<ArrayParam, N>& columns) {
    Params params;
    for (const ArrayParam& column : columns) params.add(column);
    return params;
}

ArrayParam array_of(const std::set<std::string>& texts) {
    ArrayParam array;
    for (const std::string& text : texts) array.add(text);
    return array;
}

}  // namespace

void ImportStore::begin_alone() {
    transaction_.run("import/one_at_a_time");
}

void ImportStore::tell_planner() {
    transaction_.run("import/analyze");
}

std::set<std::string> ImportStore::known_instansi(const std::set<std::string>& kode) {
    std::set<std::string> known;
    for (const Row row : transaction_.run("import/known_instansi", Params().add(array_of(kode)))) {
        known.insert(row.text(0));
    }
    return known;
}

std::set<UnitCode> ImportStore::known_unit(const std::set<UnitCode>& units) {
    std::array<ArrayParam, 2> columns;
    auto& [instansi, kode] = columns;
    for (const UnitCode& unit : units) {
        instansi.add(unit.instansi);
        kode.add(unit.kode);
    }
    std::set<UnitCode> known;
    for (const Row row : transaction_.run("import/known_unit", params_of(columns))) {
        known.insert({row.text(0), row.text(1)});
    }
    return known;
}

std::map<std::string, KnownPegawai> ImportStore::known_pegawai(const std::set<std::string>& nip) {
    std::map<std::string, KnownPegawai> known;
    for (const Row row : transaction_.run("import/known_pegawai", Params().add(array_of(nip)))) {
        known[row.text(0)] = {.instansi = row.text(1), .atasan_nip = row.text_or_empty(2)};
    }
    return known;
}

std::set<RhkCode> ImportStore::known_rhk(const std::set<RhkCode>& rhk) {
    std::array<ArrayParam, 3> columns;
    auto& [nip, tahun, nomor] = columns;
    for (const RhkCode& wanted : rhk) {
        nip.add(wanted.nip);
        tahun.add(wanted.tahun);
        nomor.add(wanted.nomor);
    }
    std::set<RhkCode> known;
    for (const Row row : transaction_.run("import/known_rhk", params_of(columns))) {
        known.insert({row.text(0), row.integer(1), row.integer(2)});
    }
    return known;
}

std::int64_t ImportStore::save(std::span<const ImportInstansi> rows) {
    std::array<ArrayParam, 4> columns;
    auto& [kode, nama, zona, hari_kerja] = columns;
    for (const ImportInstansi& row : rows) {
        kode.add(row.kode);
        nama.add(row.nama);
        zona.add(domain::kode(row.zona));
        hari_kerja.add(row.pola == domain::PolaKerja::LimaHari ? 5 : 6);
    }
    return transaction_.run("import/save_instansi", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportUnit> rows) {
    std::array<ArrayParam, 5> columns;
    auto& [instansi, kode, nama, induk, mandiri] = columns;
    for (const ImportUnit& row : rows) {
        instansi.add(row.instansi);
        kode.add(row.kode);
        nama.add(row.nama);
        add_or_null(induk, row.induk);
        mandiri.add_flag(row.mandiri);
    }
    return transaction_.run("import/save_unit", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportPegawai> rows) {
    std::array<ArrayParam, 11> columns;
    auto& [instansi, nip, nama, jabatan, jenis_jabatan, jenjang, golongan, unit, atasan, jenis, hp] =
        columns;
    for (const ImportPegawai& row : rows) {
        instansi.add(row.instansi);
        nip.add(row.nip);
        nama.add(row.nama);
        jabatan.add(row.jabatan);
        jenis_jabatan.add(kode(row.jenis_jabatan));
        add_or_null(jenjang, row.jenjang);
        add_or_null(golongan, row.golongan);
        unit.add(row.unit);
        add_or_null(atasan, row.atasan_nip);
        jenis.add(kode(row.jenis));
        add_or_null(hp, row.telepon);
    }
    return transaction_.run("import/save_pegawai", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportPeriode> rows) {
    std::array<ArrayParam, 7> columns;
    auto& [instansi, tahun, nama, jenis, awal, akhir, batas] = columns;
    for (const ImportPeriode& row : rows) {
        instansi.add(row.instansi);
        tahun.add(row.tahun);
        nama.add(row.nama);
        jenis.add(kode(row.jenis));
        awal.add(row.awal);
        akhir.add(row.akhir);
        batas.add(row.batas);
    }
    return transaction_.run("import/save_periode", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportLibur> rows) {
    std::array<ArrayParam, 4> columns;
    auto& [instansi, tanggal, nama, jenis] = columns;
    for (const ImportLibur& row : rows) {
        instansi.add(row.instansi);
        tanggal.add(row.tanggal);
        nama.add(row.nama);
        jenis.add(kode(row.jenis));
    }
    return transaction_.run("import/save_libur", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportSkp> rows) {
    std::array<ArrayParam, 4> columns;
    auto& [nip, tahun, pendekatan, status] = columns;
    for (const ImportSkp& row : rows) {
        nip.add(row.nip);
        tahun.add(row.tahun);
        pendekatan.add(kode(row.pendekatan));
        status.add(kode(row.status));
    }
    return transaction_.run("import/save_skp", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportRhk> rows) {
    std::array<ArrayParam, 6> columns;
    auto& [nip, tahun, nomor, jenis, rhk_atasan, teks] = columns;
    for (const ImportRhk& row : rows) {
        nip.add(row.nip);
        tahun.add(row.tahun);
        nomor.add(row.nomor);
        jenis.add(kode(row.jenis));
        rhk_atasan.add(row.rhk_atasan);
        teks.add(row.teks);
    }
    return transaction_.run("import/save_rhk", params_of(columns)).affected();
}

std::int64_t ImportStore::save(std::span<const ImportIndikator> rows) {
    std::array<ArrayParam, 9> columns;
    auto& [nip, tahun, rhk, urut, aspek, teks, target, satuan, agregasi] = columns;
    for (const ImportIndikator& row : rows) {
        nip.add(row.nip);
        tahun.add(row.tahun);
        rhk.add(row.rhk);
        urut.add(row.urut);
        add_or_null(aspek, row.aspek);
        teks.add(row.teks);
        target.add(row.target);
        add_or_null(satuan, row.satuan);
        const auto of_aspek = row.aspek.value_or(domain::Aspek::Kuantitas);
        agregasi.add(kode(domain::agregasi_bawaan(of_aspek, row.satuan)));
    }
    return transaction_.run("import/save_indikator", params_of(columns)).affected();
}

std::int64_t ImportStore::renew_penilai(const std::set<std::string>& nip, domain::Tanggal today) {
    return transaction_.run("import/renew_penilai", Params().add(array_of(nip)).add(today))
        .affected();
}

void ImportStore::log(std::span<const ImportEntry> entries, domain::Instant now) {
    std::array<ArrayParam, 10> columns;
    auto& [instansi, pada, pelaku, tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah] =
        columns;
    for (const ImportEntry& entry : entries) {
        if (entry.changed == 0) continue;
        instansi.add(std::int64_t{0});
        pada.add(now);
        pelaku.add_null();
        tindakan.add("impor");
        objek.add("berkas");
        objek_id.add(entry.file);
        versi.add_null();
        kwitansi.add_null();
        sebelum.add("");
        sesudah.add(fmt::format("{} baris, {} berubah", entry.rows, entry.changed));
    }
    transaction_.run("ledger/add", params_of(columns));
}

}  // namespace storage
