#include "bot/cli/import.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/import_fixture.hpp"
#include "tests/support/office.hpp"
#include "tests/support/wait.hpp"

namespace bot {
namespace {

using support::ImportFixture;
using Lines = std::vector<std::string>;

class ImportFolder : public ImportFixture {};

TEST_F(ImportFolder, StoresTheDemoData) {
    const auto report = import_from(demo_folder());

    ASSERT_EQ(report.complaints, Lines{});
    EXPECT_EQ(number("SELECT count(*) FROM pegawai"), 9);
    EXPECT_EQ(number("SELECT count(*) FROM periode"), 5);
    EXPECT_EQ(
        value("SELECT atasan.nama FROM pegawai JOIN pegawai AS atasan "
              "ON atasan.pegawai_id = pegawai.atasan_id WHERE pegawai.nama = 'Siti Aminah'"),
        "Ratna Wulandari"
    );
    EXPECT_EQ(
        value("SELECT concat_ws('|', rhk.teks, indikator.aspek, trim_scale(target), satuan, "
              "agregasi, "
              "rhk_atasan.teks) FROM rhk JOIN skp USING (skp_id) JOIN pegawai USING (pegawai_id) "
              "JOIN indikator USING (rhk_id) JOIN rhk AS rhk_atasan "
              "ON rhk_atasan.rhk_id = rhk.rhk_atasan_id "
              "WHERE pegawai.nama = 'Siti Aminah' AND rhk.nomor = 1"),
        "Tersusunnya laporan layanan|kuantitas|12|laporan|jumlah|"
        "Terselenggaranya pelayanan di loket dan secara daring"
    );
    EXPECT_EQ(number("SELECT count(*) FROM skp WHERE penilai_id IS NULL"), 1);
    EXPECT_EQ(
        value("SELECT sesudah FROM ledger WHERE objek_id = 'pegawai.csv'"), "9 baris, 9 berubah"
    );
}

TEST_F(ImportFolder, ChangesNothingTheSecondTime) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    const auto before = row_versions();

    const auto report = import_from(demo_folder());

    EXPECT_TRUE(report.stored());
    EXPECT_EQ(row_versions(), before);
    for (const auto& entry : report.entries) EXPECT_EQ(entry.changed, 0) << entry.file;
}

TEST_F(ImportFolder, StoresNothingIfOneLineIsBad) {
    copy_demo();
    append("pegawai.csv", "dpt_rajabasa,1234,Tamu,Tamu,pelaksana,,II/a,layanan,,pegawai,\n");
    append(
        "skp.csv", "199203152015032904,2026,kuantitatif,persetujuan,9,utama,9,X,waktu,Y,1,hari\n"
    );

    const auto report = import_from(folder());

    EXPECT_EQ(
        report.complaints,
        (Lines{
            "pegawai.csv:11: nip: 18 digits expected, got 4",
            "skp.csv:27: rhk_atasan: the SKP of the superior has no such RHK"})
    );
    EXPECT_FALSE(report.stored());
    EXPECT_EQ(number("SELECT count(*) FROM instansi WHERE instansi_id > 0"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM pegawai"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM ledger"), 0);
}

TEST_F(ImportFolder, ChangesOnlyTheRowsThatDiffer) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    copy_demo();
    replace("pegawai.csv", "Siti Aminah", "Siti Aminah Putri");
    replace("skp.csv", "laporan layanan,12,laporan", "laporan layanan,15,laporan");

    const auto report = import_from(folder());

    ASSERT_TRUE(report.stored());
    for (const auto& entry : report.entries) {
        const bool touched = entry.file == "pegawai.csv" || entry.file == "skp.csv";
        EXPECT_EQ(entry.changed, touched ? 1 : 0) << entry.file;
    }
    EXPECT_EQ(number("SELECT count(*) FROM indikator WHERE versi = 2 AND target = 15"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM indikator WHERE versi > 1"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM rhk WHERE versi > 1"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM skp WHERE versi > 1"), 0);
}

TEST_F(ImportFolder, RefersToWhatTheDatabaseHas) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    write(
        "pegawai.csv",
        "telepon,jenis,atasan_nip,unit,golongan,jenjang,jenis_jabatan,jabatan,nama,nip,instansi\r\n"
        "'+6281255500010,PEGAWAI,19820412 200604 2 902,layanan,II/a,,Pelaksana,"
        "\"Pengelola, Arsip\",Dian,19990101.202401.1.910,dpt_rajabasa\r\n"
    );
    write(
        "skp.csv",
        "nip,tahun,pendekatan,status,rhk,jenis,rhk_atasan,isi,aspek,indikator,target,satuan\n"
        "199901012024011910,2026,kuantitatif,draft,1,utama,2,Isi,kuantitas,Jumlah,2.50,berkas\n"
    );

    const auto report = import_from(folder());

    EXPECT_EQ(report.complaints, Lines{});
    EXPECT_EQ(
        value("SELECT concat_ws('|', nip, jabatan, telepon) FROM pegawai WHERE nama = 'Dian'"),
        "199901012024011910|Pengelola, Arsip|+6281255500010"
    );
    EXPECT_EQ(
        value("SELECT rhk_atasan.teks FROM rhk JOIN rhk AS rhk_atasan "
              "ON rhk_atasan.rhk_id = rhk.rhk_atasan_id WHERE rhk.teks = 'Isi'"),
        "Tersusunnya laporan kinerja pelayanan"
    );
}

TEST_F(ImportFolder, RefusesAPersonOfAnotherInstansi) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    write("instansi.csv", "kode,nama,zona,hari_kerja\nlain,Kota Lain,wit,6\n");
    write("unit_kerja.csv", "instansi,kode,nama,induk,mandiri\nlain,u,U,,ya\n");
    write(
        "pegawai.csv",
        "instansi,nip,nama,jabatan,jenis_jabatan,jenjang,golongan,unit,atasan_nip,jenis,telepon\n"
        "lain,199203152015032904,Siti,P,pelaksana,,III/a,u,198204122006042902,pegawai,\n"
    );

    EXPECT_EQ(
        import_from(folder()).complaints,
        (Lines{
            "pegawai.csv:2: nip: already a person of another instansi",
            "pegawai.csv:2: atasan_nip: a person of another instansi"})
    );
}

TEST_F(ImportFolder, GivesOpenSkpTheNewSuperior) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    copy_demo();
    std::filesystem::remove(folder() / "skp.csv");
    replace(
        "pegawai.csv",
        "III/a,layanan,198204122006042902,pegawai,+6281255500004",
        "III/a,layanan,198011052005011903,pegawai,+6281255500004"
    );

    ASSERT_TRUE(import_from(folder()).stored());

    EXPECT_EQ(
        value("SELECT penilai.nama || ' ' || versi FROM skp JOIN pegawai USING (pegawai_id) "
              "JOIN pegawai AS penilai ON penilai.pegawai_id = penilai_id "
              "WHERE pegawai.nama = 'Siti Aminah'"),
        "Agus Prasetyo 2"
    );
}

TEST_F(ImportFolder, LeavesThePenilaiOfAClosedYear) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    copy_demo();
    replace(
        "pegawai.csv",
        "III/a,layanan,198204122006042902,pegawai,+6281255500004",
        "III/a,layanan,198011052005011903,pegawai,+6281255500004"
    );
    std::filesystem::remove(folder() / "skp.csv");

    ASSERT_TRUE(import_from(folder(), "2027-05-08T00:00:00+07:00").stored());

    EXPECT_EQ(number("SELECT count(*) FROM skp WHERE versi > 1"), 0);
}

TEST_F(ImportFolder, AddsDaysOffOfAnInstansiAndOfAll) {
    const auto national = number("SELECT count(*) FROM libur");
    copy_demo();
    append(
        "libur.csv",
        "dpt_rajabasa,2026-07-20,Hari Jadi Kota Rajabasa,libur\n"
        ",2026-08-25,Maulid Nabi,libur\n,2028-01-01,Tahun Baru 2028 Masehi,LIBUR\n"
    );

    ASSERT_EQ(import_from(folder()).complaints, Lines{});

    EXPECT_EQ(number("SELECT count(*) FROM libur"), national + 2);
    EXPECT_EQ(
        value("SELECT nama FROM libur WHERE instansi_id = 0 AND tanggal = '2026-08-25'"),
        "Maulid Nabi"
    );
}

TEST_F(ImportFolder, ComplainsOfAFolderWithoutFiles) {
    const auto report = import_from(folder() / "nowhere");

    ASSERT_EQ(report.complaints.size(), 1U);
    EXPECT_TRUE(report.complaints[0].ends_with("no CSV file of an import in this folder"));
}

TEST_F(ImportFolder, TakesTextThatLooksLikeAFormula) {
    copy_demo();
    replace("skp.csv", "Tersusunnya dokumen perencanaan", "'=HYPERLINK(1)");
    replace("pegawai.csv", "Nur Halimah", "\"Nur \"\"Noni\"\" Halimah, S.T.\"");

    ASSERT_EQ(import_from(folder()).complaints, Lines{});

    EXPECT_EQ(number("SELECT count(*) FROM rhk WHERE teks = '=HYPERLINK(1)'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM pegawai WHERE nama = 'Nur \"Noni\" Halimah, S.T.'"), 1);
}

// 100 heads with 99 persons each, every one of them with an SKP of four RHK.
void write_large_folder(ImportFixture& into) {
    std::string pegawai =
        "instansi,nip,nama,jabatan,jenis_jabatan,jenjang,golongan,unit,atasan_nip,jenis,telepon\n";
    std::string skp =
        "nip,tahun,pendekatan,status,rhk,jenis,rhk_atasan,isi,aspek,indikator,target,satuan\n";
    // The thousands are in the day of birth, the rest in the serial.
    const auto nip = [](int i) {
        return fmt::format("199001{:02}2015011{:03}", i / 900 + 1, i % 900 + 1);
    };
    for (int i = 0; i < 10'000; ++i) {
        const auto head = nip(i - i % 100);
        const bool is_head = i % 100 == 0;
        pegawai += fmt::format(
            "dpt_rajabasa,{},Pegawai {},Pengelola,pelaksana,,III/a,layanan,{},{},\n",
            nip(i),
            i,
            is_head ? "" : head,
            is_head ? "pimpinan" : "pegawai"
        );
        for (int rhk = 1; rhk <= 4; ++rhk) {
            skp += fmt::format(
                "{},2026,kuantitatif,persetujuan,{},utama,{},Isi {},kuantitas,Jumlah,12,laporan\n",
                nip(i),
                rhk,
                is_head ? "" : std::to_string(rhk),
                rhk
            );
        }
    }
    into.write("pegawai.csv", pegawai);
    into.write("skp.csv", skp);
}

// Each with one RHK: a planner that does not know of them yet pairs each person with each RHK, and
// such a heap goes to disk.
TEST_F(ImportFolder, NeedsNoRoomOnDiskForTwoThousandPersons) {
    support::Office({.staff = 2000}).write(folder());

    EXPECT_EQ(import_from(folder()).complaints, Lines{});

    const std::string counted = " FROM pg_stat_database WHERE datname = current_database()";
    // A session tells the collector what it did when it ends.
    ASSERT_TRUE(support::wait_until(
        [&] { return number("SELECT tup_inserted" + counted) > 2000; }, std::chrono::seconds{10}
    ));
    EXPECT_EQ(number("SELECT temp_bytes" + counted), 0);
}

TEST_F(ImportFolder, TakesTenThousandPersonsInSeconds) {
    copy_demo();
    write_large_folder(*this);

    const auto begin = std::chrono::steady_clock::now();
    const auto first = import_from(folder());
    const auto between = std::chrono::steady_clock::now();
    const auto second = import_from(folder());
    const auto end = std::chrono::steady_clock::now();

    EXPECT_EQ(first.complaints, Lines{});
    EXPECT_EQ(number("SELECT count(*) FROM pegawai"), 10'000);
    EXPECT_EQ(number("SELECT count(*) FROM indikator"), 40'000);
    EXPECT_EQ(number("SELECT count(*) FROM rhk WHERE rhk_atasan_id IS NOT NULL"), 39'600);
    for (const auto& entry : second.entries) EXPECT_EQ(entry.changed, 0) << entry.file;
    EXPECT_LT(between - begin, std::chrono::seconds{60});
    EXPECT_LT(end - between, std::chrono::seconds{60});
    RecordProperty("first_ms", std::to_string((between - begin) / std::chrono::milliseconds{1}));
    RecordProperty("second_ms", std::to_string((end - between) / std::chrono::milliseconds{1}));
}

}  // namespace
}  // namespace bot
