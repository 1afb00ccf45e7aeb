#include "bot/cli/import_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "bot/cli/csv_files.hpp"
#include "bot/cli/import_cells.hpp"
#include "bot/cli/import_skp.hpp"

namespace bot {
namespace {

// Remembers keys with their line, and complains of the second row of one.
template <class Key>
class UniqueKeys {
public:
    void check(RowReader& row, std::string_view column, const Key& key) {
        const auto [first, is_new] = lines_.emplace(key, row.line());
        if (!is_new) row.complain(column, fmt::format("already in line {}", first->second));
    }

private:
    std::map<Key, int> lines_;
};

void read_instansi(const ImportTable& table, ImportContent& content) {
    UniqueKeys<std::string> keys;
    for (const auto& record : table.records()) {
        RowReader row(table, record);
        storage::ImportInstansi instansi;
        instansi.line = row.line();
        instansi.kode = row.text("kode", kMostCode);
        if (row.good()) {
            keys.check(row, "kode", instansi.kode);
            content.declared.instansi.insert(instansi.kode);
        }
        instansi.nama = row.text("nama", kMostName);
        instansi.zona = row.word("zona", domain::zona_dari, "wib, wita, wit");
        instansi.pola = read_pola(row, "hari_kerja");
        if (row.good()) content.rows.instansi.push_back(std::move(instansi));
    }
}

void read_unit(const ImportTable& table, ImportContent& content) {
    UniqueKeys<storage::UnitCode> keys;
    for (const auto& record : table.records()) {
        RowReader row(table, record);
        storage::ImportUnit unit;
        unit.line = row.line();
        unit.instansi = row.text("instansi", kMostCode);
        unit.kode = row.text("kode", kMostCode);
        if (row.good()) {
            const storage::UnitCode key{unit.instansi, unit.kode};
            keys.check(row, "kode", key);
            content.declared.unit.insert(key);
        }
        unit.nama = row.text("nama", kMostName);
        unit.induk = row.text_or_empty("induk", kMostCode);
        unit.mandiri = read_yes_or_no(row, "mandiri");
        if (row.good()) content.rows.unit.push_back(std::move(unit));
    }
}

storage::ImportPegawai read_person(RowReader& row, const std::optional<domain::Nip>& nip) {
    storage::ImportPegawai person;
    person.line = row.line();
    if (nip) person.nip = nip->digits();
    person.instansi = row.text("instansi", kMostCode);
    person.nama = row.text("nama", kMostPersonName);
    person.jabatan = row.text("jabatan", kMostJabatan);
    person.jenis_jabatan = row.word(
        "jenis_jabatan",
        domain::jenis_jabatan_dari,
        "jpt, administrator, pengawas, pelaksana, fungsional"
    );
    if (!row.cell("jenjang").empty()) {
        person.jenjang = row.word(
            "jenjang",
            domain::jenjang_dari,
            "pemula, terampil, mahir, penyelia, ahli_pertama, ahli_muda, ahli_madya, ahli_utama"
        );
    }
    person.golongan = row.text_or_empty("golongan", kMostGolongan);
    if (person.golongan.empty() && nip && nip->jenis() == domain::JenisAsn::Pns) {
        row.complain("golongan", "may be empty for PPPK only");
    }
    person.unit = row.text("unit", kMostCode);
    if (!row.cell("atasan_nip").empty()) {
        person.atasan_nip = read_nip_digits(row, "atasan_nip");
        if (nip && person.atasan_nip == person.nip) {
            row.complain("atasan_nip", "nobody is his own superior");
        }
    }
    person.jenis = row.word("jenis", domain::jenis_pegawai_dari, "pegawai, pimpinan");
    person.telepon = read_phone(row, "telepon");
    return person;
}

void read_pegawai(const ImportTable& table, ImportContent& content, domain::Tanggal today) {
    UniqueKeys<std::string> keys;
    for (const auto& record : table.records()) {
        RowReader row(table, record);
        const auto nip = read_nip(row, "nip", today);
        if (nip) keys.check(row, "nip", nip->digits());
        auto person = read_person(row, nip);
        if (nip) {
            content.declared.pegawai[person.nip] = {
                .instansi = person.instansi, .atasan_nip = person.atasan_nip};
        }
        if (row.good()) content.rows.pegawai.push_back(std::move(person));
    }
}

void read_periode(const ImportTable& table, ImportContent& content) {
    UniqueKeys<std::tuple<std::string, int, std::string>> keys;
    for (const auto& record : table.records()) {
        RowReader row(table, record);
        storage::ImportPeriode periode;
        periode.line = row.line();
        periode.instansi = row.text("instansi", kMostCode);
        periode.tahun = row.number("tahun", kFirstYear, kLastYear);
        periode.nama = row.text("nama", kMostPeriode);
        if (row.good()) keys.check(row, "nama", {periode.instansi, periode.tahun, periode.nama});
        periode.jenis = row.word("jenis", domain::jenis_periode_dari, "bulanan, triwulan, final");
        periode.awal = row.date("awal");
        periode.akhir = row.date("akhir");
        periode.batas = row.date("batas");
        if (row.good()) {
            if (domain::tahun_dari(periode.awal) != periode.tahun) {
                row.complain("awal", "a day of the year expected");
            }
            if (domain::tahun_dari(periode.akhir) != periode.tahun) {
                row.complain("akhir", "a day of the year expected");
            }
            if (periode.akhir < periode.awal) row.complain("akhir", "before awal");
            if (periode.batas < periode.akhir) row.complain("batas", "before akhir");
        }
        if (row.good()) content.rows.periode.push_back(std::move(periode));
    }
}

void read_libur(const ImportTable& table, ImportContent& content) {
    UniqueKeys<std::pair<std::string, domain::Tanggal>> keys;
    for (const auto& record : table.records()) {
        RowReader row(table, record);
        storage::ImportLibur libur;
        libur.line = row.line();
        libur.instansi = row.text_or_empty("instansi", kMostCode);
        libur.tanggal = row.date("tanggal");
        if (row.good()) keys.check(row, "tanggal", {libur.instansi, libur.tanggal});
        libur.nama = row.text("nama", kMostName);
        libur.jenis = row.word("jenis", domain::jenis_libur_dari, "libur, cuti_bersama");
        if (row.good()) content.rows.libur.push_back(std::move(libur));
    }
}

}  // namespace

ImportContent read_import(const ImportFiles& files, domain::Tanggal today, Complaints& complaints) {
    ImportContent content;
    const auto read = [&](const CsvFile& file, auto reader) {
        const auto found = files.find(file.name);
        if (found == files.end()) return;
        content.entries.push_back({.file = file.name, .rows = found->second.records.size()});
        reader(ImportTable(file.name, file.columns, found->second, complaints), content);
    };
    read(kInstansiFile, read_instansi);
    read(kUnitFile, read_unit);
    read(kPegawaiFile, [&](const ImportTable& table, ImportContent& into) {
        read_pegawai(table, into, today);
    });
    read(kPeriodeFile, read_periode);
    read(kLiburFile, read_libur);
    read(kSkpFile, read_skp);
    return content;
}

}  // namespace bot
