#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/csv.hpp"
#include "bot/cli/import_references.hpp"
#include "bot/cli/import_rows.hpp"

namespace bot {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kInstansi = "kode,nama,zona,hari_kerja\nrajabasa,Kota Rajabasa,wib,5\n";
constexpr std::string_view kUnit =
    "instansi,kode,nama,induk,mandiri\nrajabasa,dinas,Dinas,,ya\nrajabasa,data,Seksi "
    "Data,dinas,tidak\n";
constexpr std::string_view kPegawaiHeader =
    "instansi,nip,nama,jabatan,jenis_jabatan,jenjang,golongan,unit,atasan_nip,jenis,telepon\n";
constexpr std::string_view kPeriodeHeader = "instansi,tahun,nama,jenis,awal,akhir,batas\n";
constexpr std::string_view kSkpHeader =
    "nip,tahun,pendekatan,status,rhk,jenis,rhk_atasan,isi,aspek,indikator,target,satuan\n";
constexpr std::string_view kHead =
    "rajabasa,198204122006042902,Ratna,Kepala,pengawas,,III/d,data,,pimpinan,+6281255500002\n";
constexpr std::string_view kStaff =
    "rajabasa,199203152015032904,Siti,Pengelola,pelaksana,,III/"
    "a,data,198204122006042902,pegawai,\n";

std::string text(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const auto part : parts) all += part;
    return all;
}

// The complaints of reading and of references, with an empty database.
Lines complaints_of(const std::map<std::string_view, std::string>& contents) {
    ImportFiles files;
    for (const auto& [name, bytes] : contents) files.emplace(name, adapters::read_csv(bytes));
    Complaints complaints;
    const auto content = read_import(files, domain::tanggal(2026, 3, 30), complaints);
    check_references(content, {}, complaints);
    check_rhk_links(content, {}, {}, complaints);
    return complaints.lines();
}

// Both files that persons need, and the file itself.
Lines complaints_with_agency(std::string_view name, const std::string& bytes) {
    std::map<std::string_view, std::string> contents{
        {"instansi.csv", std::string(kInstansi)}, {"unit_kerja.csv", std::string(kUnit)}};
    contents[name] = bytes;
    return complaints_of(contents);
}

struct Case {
    std::string name;
    std::string file;
    std::string bytes;
    Lines complaints;
};

class ImportComplaints : public testing::TestWithParam<Case> {};

TEST_P(ImportComplaints, NameFileLineAndColumn) {
    EXPECT_EQ(complaints_with_agency(GetParam().file, GetParam().bytes), GetParam().complaints);
}

std::string name_of(const testing::TestParamInfo<Case>& test) {
    return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Files,
    ImportComplaints,
    testing::Values(
        Case{"Good", "pegawai.csv", text({kPegawaiHeader, kHead, kStaff}), {}},
        Case{"HeaderOnly", "pegawai.csv", std::string(kPegawaiHeader), {}},
        Case{"Empty", "pegawai.csv", "", {"pegawai.csv:1: no header line"}},
        Case{
            "Columns",
            "instansi.csv",
            "nama,zona,kode,kode,jam,,Siti Aminah,1992\n",
            {"instansi.csv:1: kode: column appears twice",
             "instansi.csv:1: jam: unknown column",
             "instansi.csv:1: column 6: unknown column",
             "instansi.csv:1: column 7: unknown column",
             "instansi.csv:1: column 8: unknown column",
             "instansi.csv:1: hari_kerja: column is missing",
             "unit_kerja.csv:2: instansi: no instansi has this kode",
             "unit_kerja.csv:3: instansi: no instansi has this kode"}},
        Case{
            "FieldCount",
            "pegawai.csv",
            text({kPegawaiHeader, "rajabasa,1\n", kHead}),
            {"pegawai.csv:2: 11 fields expected, got 2"}},
        Case{
            "NotUtf8",
            "pegawai.csv",
            text({kPegawaiHeader, kHead, "\xff,,,,,,,,,,\n"}),
            {"pegawai.csv:3: text is not UTF-8"}},
        Case{
            "OpenQuote",
            "pegawai.csv",
            text({kPegawaiHeader, kHead, "\"rajabasa\n"}),
            {"pegawai.csv:3: a quoted field is never closed"}}
    ),
    name_of
);

INSTANTIATE_TEST_SUITE_P(
    Rows,
    ImportComplaints,
    testing::Values(
        Case{
            "Instansi",
            "instansi.csv",
            text({kInstansi, ",,utc,7\nrajabasa,Kembar,wit,6\n"}),
            {"instansi.csv:3: kode: text expected, got nothing",
             "instansi.csv:3: nama: text expected, got nothing",
             "instansi.csv:3: zona: one of wib, wita, wit expected",
             "instansi.csv:3: hari_kerja: 5 or 6 expected",
             "instansi.csv:4: kode: already in line 2"}},
        Case{
            "Unit",
            "unit_kerja.csv",
            text({kUnit, "rajabasa,x,X,lain,mungkin\n", "asing,y,Y,,TIDAK\n"}),
            {"unit_kerja.csv:4: mandiri: ya or tidak expected",
             "unit_kerja.csv:5: instansi: no instansi has this kode"}},
        Case{
            "UnitParent",
            "unit_kerja.csv",
            text({kUnit, "rajabasa,x,X,lain,ya\n"}),
            {"unit_kerja.csv:4: induk: the instansi has no such unit"}},
        Case{
            "UnitCircle",
            "unit_kerja.csv",
            text({kUnit, "rajabasa,a,A,b,ya\nrajabasa,b,B,a,ya\nrajabasa,c,C,a,ya\n"}),
            {"unit_kerja.csv:4: induk: the unit stands above itself",
             "unit_kerja.csv:5: induk: the unit stands above itself"}},
        Case{
            "Nip",
            "pegawai.csv",
            text(
                {kPegawaiHeader,
                 "rajabasa,19820412200604290,R,K,pengawas,,III/d,data,,pimpinan,\n",
                 "rajabasa,198202302006042902,R,K,pengawas,,III/d,data,,pimpinan,\n",
                 "rajabasa,198204122027042902,R,K,pengawas,,III/d,data,,pimpinan,\n",
                 "rajabasa,198204122006045902,R,K,pengawas,,III/d,data,,pimpinan,\n",
                 "rajabasa,198204122006042000,R,K,pengawas,,III/d,data,,pimpinan,\n",
                 "rajabasa,19820412200604290X,R,K,pengawas,,III/d,data,,pimpinan,\n"}
            ),
            {"pegawai.csv:2: nip: 18 digits expected, got 17",
             "pegawai.csv:3: nip: digits 1-8 are no date of birth",
             "pegawai.csv:4: nip: digits 9-12 are no year of appointment",
             "pegawai.csv:5: nip: digit 15 must be 1 or 2",
             "pegawai.csv:6: nip: digits 16-18 must not be 000",
             "pegawai.csv:7: nip: 18 digits expected, got 17 and other characters"}},
        Case{
            "Words",
            "pegawai.csv",
            text({kPegawaiHeader, "rajabasa,198204122006042902,,,staf,ahli,,,,kepala,0812555\n"}),
            {"pegawai.csv:2: nama: text expected, got nothing",
             "pegawai.csv:2: jabatan: text expected, got nothing",
             text(
                 {"pegawai.csv:2: jenis_jabatan: one of jpt, administrator, pengawas, pelaksana, ",
                  "fungsional expected"}
             ),
             text(
                 {"pegawai.csv:2: jenjang: one of pemula, terampil, mahir, penyelia, "
                  "ahli_pertama, ",
                  "ahli_muda, ahli_madya, ahli_utama expected"}
             ),
             "pegawai.csv:2: golongan: may be empty for PPPK only",
             "pegawai.csv:2: unit: text expected, got nothing",
             "pegawai.csv:2: jenis: one of pegawai, pimpinan expected",
             "pegawai.csv:2: telepon: a number like +6281255500001 expected"}},
        Case{
            "PppkWithoutGolongan",
            "pegawai.csv",
            text({kPegawaiHeader, "rajabasa,199508172023211906,R,P,PELAKSANA,,,data,,Pegawai,\n"}),
            {}},
        Case{
            "TextTooLong",
            "pegawai.csv",
            text(
                {kPegawaiHeader,
                 "rajabasa,198204122006042902,",
                 std::string(121, 'n'),
                 ",\"K\nK\",pengawas,,III/d,data,,pimpinan,\n"}
            ),
            {"pegawai.csv:2: nama: at most 120 characters expected, got 121",
             "pegawai.csv:2: jabatan: one line without control characters expected"}},
        Case{
            "SamePersonTwice",
            "pegawai.csv",
            text({kPegawaiHeader, kHead, kHead}),
            {"pegawai.csv:3: nip: already in line 2"}},
        Case{
            "SuperiorAndUnitMissing",
            "pegawai.csv",
            text(
                {kPegawaiHeader,
                 "rajabasa,199203152015032904,S,P,pelaksana,,III/"
                 "a,lain,198204122006042902,pegawai,\n"}
            ),
            {"pegawai.csv:2: unit: the instansi has no such unit",
             "pegawai.csv:2: atasan_nip: nobody has this NIP"}},
        Case{
            "OwnSuperior",
            "pegawai.csv",
            text(
                {kPegawaiHeader,
                 "rajabasa,199203152015032904,S,P,pelaksana,,III/"
                 "a,data,199203152015032904,pegawai,\n"}
            ),
            {"pegawai.csv:2: atasan_nip: nobody is his own superior"}},
        Case{
            "CircleOfSuperiors",
            "pegawai.csv",
            text(
                {kPegawaiHeader,
                 kStaff,
                 "rajabasa,198204122006042902,R,K,pengawas,,III/"
                 "d,data,199203152015032904,pimpinan,\n"}
            ),
            {"pegawai.csv:2: atasan_nip: the person stands above himself",
             "pegawai.csv:3: atasan_nip: the person stands above himself"}},
        Case{
            "MistakeOfTheSuperiorIsNotOneOfHisStaff",
            "pegawai.csv",
            text(
                {kPegawaiHeader,
                 kStaff,
                 "rajabasa,198204122006042902,,K,pengawas,,III/d,data,,pimpinan,\n"}
            ),
            {"pegawai.csv:3: nama: text expected, got nothing"}},
        Case{
            "Periode",
            "periode.csv",
            text(
                {kPeriodeHeader,
                 "rajabasa,2026,Triwulan I,kuartal,2026-1-1,2026-02-30,besok\n",
                 "rajabasa,2026,Triwulan II,triwulan,2026-06-30,2026-04-01,2026-03-01\n",
                 "rajabasa,2026,Triwulan III,triwulan,2025-07-01,2026-09-30,2026-11-14\n",
                 "rajabasa,2026,Triwulan III,triwulan,2026-07-01,2026-09-30,2026-11-14\n",
                 "asing,26,Triwulan IV,triwulan,2026-10-01,2026-12-31,2027-02-14\n"}
            ),
            {"periode.csv:2: jenis: one of bulanan, triwulan, final expected",
             "periode.csv:2: awal: a date like 2026-05-15 expected",
             "periode.csv:2: akhir: a date like 2026-05-15 expected",
             "periode.csv:2: batas: a date like 2026-05-15 expected",
             "periode.csv:3: akhir: before awal",
             "periode.csv:3: batas: before akhir",
             "periode.csv:4: awal: a day of the year expected",
             "periode.csv:5: nama: already in line 4",
             "periode.csv:6: tahun: a number from 2000 to 2100 expected"}},
        Case{
            "Libur",
            "libur.csv",
            "instansi,tanggal,nama,jenis\n,2026-12-31,Libur,cuti\n,2026-12-31,Lagi,libur\n"
            "asing,2026-12-31,Hari Jadi,libur\nrajabasa,2026-12-31,Hari Jadi,libur\n",
            {"libur.csv:2: jenis: one of libur, cuti_bersama expected",
             "libur.csv:3: tanggal: already in line 2",
             "libur.csv:4: instansi: no instansi has this kode"}}
    ),
    name_of
);

Lines complaints_of_skp(const std::string& lines) {
    return complaints_of(
        {{"instansi.csv", std::string(kInstansi)},
         {"unit_kerja.csv", std::string(kUnit)},
         {"pegawai.csv", text({kPegawaiHeader, kHead, kStaff})},
         {"skp.csv", text({kSkpHeader, lines})}}
    );
}

TEST(ImportSkpComplaints, LinesOfOneSkpMustAgree) {
    const auto complaints = complaints_of_skp(
        "198204122006042902,2026,kuantitatif,persetujuan,1,utama,,Isi,kuantitas,A,1,laporan\n"
        "198204122006042902,2026,kualitatif,draft,1,tambahan,,Lain,,B,,\n"
    );

    EXPECT_EQ(
        complaints,
        (Lines{
            "skp.csv:3: pendekatan: another value than in line 2",
            "skp.csv:3: status: another value than in line 2",
            "skp.csv:3: jenis: another value than in line 2",
            "skp.csv:3: isi: another value than in line 2",
        })
    );
}

TEST(ImportSkpComplaints, CellsFollowTheApproach) {
    const auto complaints = complaints_of_skp(
        "198204122006042902,2026,kuantitatif,draft,1,utama,,Isi,,A,,\n"
        "198204122006042902,2026,kuantitatif,draft,2,utama,,Isi,mutu,A,\"1,5\",laporan\n"
        "199203152015032904,2026,kualitatif,draft,1,utama,,Isi,kualitas,A,1,laporan\n"
        "199203152015032904,2025,kualitatif,draft,1,utama,,Isi,,A,,\n"
    );

    EXPECT_EQ(
        complaints,
        (Lines{
            "skp.csv:2: aspek: one of kuantitas, kualitas, waktu, biaya expected",
            "skp.csv:2: target: a number like 12 or 12.5 expected",
            "skp.csv:2: satuan: text expected, got nothing",
            "skp.csv:3: aspek: one of kuantitas, kualitas, waktu, biaya expected",
            "skp.csv:3: target: a number like 12 or 12.5 expected",
            "skp.csv:4: target: must be empty with kualitatif",
            "skp.csv:4: satuan: must be empty with kualitatif",
        })
    );
}

TEST(ImportSkpComplaints, PersonsAndLinksMustExist) {
    const auto complaints = complaints_of_skp(
        "198204122006042902,2026,kuantitatif,draft,1,utama,2,Isi,kuantitas,A,1,laporan\n"
        "199203152015032904,2026,kuantitatif,draft,1,utama,1,Isi,kuantitas,A,1,laporan\n"
        "199203152015032904,2026,kuantitatif,draft,2,utama,7,Isi,kuantitas,A,1,laporan\n"
        "199106202019031905,2026,kuantitatif,draft,1,utama,,Isi,kuantitas,A,1,laporan\n"
        "1991062,26,angka,jadi,0,x,x,,kuantitas,,1,laporan\n"
    );

    EXPECT_EQ(
        complaints,
        (Lines{
            "skp.csv:2: rhk_atasan: the person has no superior",
            "skp.csv:4: rhk_atasan: the SKP of the superior has no such RHK",
            "skp.csv:5: nip: nobody has this NIP",
            "skp.csv:6: nip: 18 digits expected, got 7",
            "skp.csv:6: tahun: a number from 2000 to 2100 expected",
            "skp.csv:6: rhk: a number from 1 to 1000 expected",
            "skp.csv:6: pendekatan: one of kuantitatif, kualitatif expected",
            "skp.csv:6: status: one of draft, pengajuan, persetujuan expected",
            "skp.csv:6: jenis: one of utama, tambahan expected",
            "skp.csv:6: rhk_atasan: a number from 1 to 1000 expected",
            "skp.csv:6: isi: text expected, got nothing",
        })
    );
}

TEST(ImportComplaintsOrder, GoesFileByFileAndLineByLine) {
    Complaints complaints;

    complaints.add("b.csv", 12, "x", "late");
    complaints.add("a.csv", 3, "y", "other file");
    complaints.add("b.csv", 9, "", "early");
    complaints.add("b.csv", 0, "", "whole file");

    EXPECT_EQ(
        complaints.lines(),
        (Lines{"b.csv: whole file", "b.csv:9: early", "b.csv:12: x: late", "a.csv:3: y: other file"}
        )
    );
}

}  // namespace
}  // namespace bot
