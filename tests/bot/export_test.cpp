#include "bot/cli/export.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "adapters/csv.hpp"
#include "storage/due_store.hpp"
#include "tests/support/import_fixture.hpp"

namespace bot {
namespace {

constexpr std::array<const char*, 6> kImported{
    "instansi.csv", "unit_kerja.csv", "pegawai.csv", "periode.csv", "libur.csv", "skp.csv"};

class ExportFolder : public support::ImportFixture {
public:
    std::string file(const std::string& name) { return support::read_text(folder() / name); }

    void export_to(const std::filesystem::path& into) {
        storage::Connection connection(url(), storage::ConnectionRole::Report);
        export_folder(
            into, connection, domain::instan_dari_rfc3339("2026-04-01T00:00:00Z").value()
        );
    }
};

TEST_F(ExportFolder, IsAnImportThatChangesNothing) {
    copy_demo();
    append("libur.csv", "dpt_rajabasa,2026-07-20,Hari Jadi,libur\n");
    replace("skp.csv", "Tersusunnya dokumen perencanaan", "'=1+1");
    ASSERT_TRUE(import_from(folder()).stored());
    export_to(folder() / "out");
    const auto before = row_versions();

    const auto report = import_from(folder() / "out");

    EXPECT_EQ(report.complaints, std::vector<std::string>{});
    EXPECT_EQ(row_versions(), before);
}

TEST_F(ExportFolder, MakesTheSameFilesFromADatabaseMadeOfThem) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    export_to(folder());
    support::TestDatabase other;
    storage::migrate(other.url());
    storage::Connection connection(other.url(), storage::ConnectionRole::Report);
    const auto now = domain::instan_dari_rfc3339("2026-04-01T00:00:00Z").value();

    const auto report = import_folder(folder(), connection, now);
    export_folder(folder() / "again", connection, now);

    EXPECT_TRUE(report.stored());
    for (const auto* name : kImported) {
        EXPECT_EQ(support::read_text(folder() / "again" / name), file(name)) << name;
    }
}

TEST_F(ExportFolder, WritesEveryFileWithItsHeader) {
    export_to(folder() / "new");

    const auto header = [&](const std::string& name) {
        const auto text = support::read_text(folder() / "new" / name);
        return text.substr(0, text.find('\n'));
    };
    EXPECT_EQ(
        header("realisasi.csv"),
        "nip,tahun,periode,rhk,aspek,nilai,satuan,sumber,status,dicatat_pada"
    );
    EXPECT_EQ(
        header("penilaian.csv"),
        "nip,tahun,periode,hasil_kerja,perilaku_kerja,predikat,dinilai_pada"
    );
    EXPECT_EQ(
        header("keberatan.csv"), "nip,tahun,periode,status,alasan,diajukan_pada,diputus_pada"
    );
    EXPECT_EQ(header("pembinaan.csv"), "nip,jenis,pengusul_nip,status,diajukan_pada,diputus_pada");
    EXPECT_EQ(
        header("jejak.csv"),
        "id,instansi,pada,pelaku_nip,kapasitas,tindakan,objek,objek_id,versi,kwitansi,sebelum,"
        "sesudah"
    );
    for (const auto* name : {"bukti.csv", "harian.csv", "umpan_balik.csv", "pegawai.csv"}) {
        EXPECT_TRUE(
            header(name).starts_with(name == std::string("pegawai.csv") ? "instansi," : "nip,")
        );
    }
}

TEST_F(ExportFolder, WritesTheEvidenceThatCounts) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    support::query(url(), R"(
        INSERT INTO bukti (instansi_id, pegawai_id, indikator_id, periode_id, nomor, nama, tautan, sha256,
                           status, simpan, versi, pada, kwitansi)
        SELECT skp.instansi_id, skp.pegawai_id, indikator_id, periode_id, n, '=nama ' || n,
               CASE WHEN n = 1 THEN 'https://contoh.go.id/a' ELSE '' END,
               CASE WHEN n = 2 THEN repeat('ab', 32) ELSE '' END,
               CASE WHEN n = 3 THEN 'dihapus' ELSE 'ada' END,
               CASE WHEN n < 3 THEN 'tersimpan' ELSE 'diambil' END, 1, '2026-03-30T01:00:00Z', 'R-' || n
        FROM skp JOIN rhk USING (skp_id) JOIN indikator USING (rhk_id)
        JOIN pegawai USING (pegawai_id) JOIN periode ON periode.nama = 'Triwulan I'
        CROSS JOIN generate_series(1, 4) AS n
        WHERE pegawai.nama = 'Siti Aminah' AND rhk.nomor = 1)");

    export_to(folder());

    EXPECT_EQ(
        file("bukti.csv"),
        "nip,tahun,periode,rhk,aspek,nama,link,sha256,dicatat_pada\n"
        "199203152015032904,2026,Triwulan I,1,kuantitas,'=nama 1,https://contoh.go.id/a,,"
        "2026-03-30T08:00:00+07:00\n"
        "199203152015032904,2026,Triwulan I,1,kuantitas,'=nama 2,,"
        "abababababababababababababababababababababababababababababababab,"
        "2026-03-30T08:00:00+07:00\n"
    );
}

TEST_F(ExportFolder, WritesRealisasiWithTheTimeOfTheirValue) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    support::query(url(), R"(
        INSERT INTO realisasi (instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, status, versi, sejak)
        SELECT skp.instansi_id, indikator_id, periode_id, skp.pegawai_id, 3.5, '=rekap', 'disetujui', 2,
               '2026-04-02T01:00:00Z'
        FROM skp JOIN rhk USING (skp_id) JOIN indikator USING (rhk_id)
        JOIN pegawai USING (pegawai_id) JOIN periode ON periode.nama = 'Triwulan I'
        WHERE pegawai.nama = 'Siti Aminah' AND rhk.nomor = 1)");
    support::query(url(), R"(
        INSERT INTO realisasi_versi (instansi_id, indikator_id, periode_id, versi, nilai, sumber, status, pada)
        SELECT instansi_id, indikator_id, periode_id, 1, 3.5, '=rekap', 'tercatat', '2026-03-30T01:00:00Z'
        FROM realisasi)");

    export_to(folder());

    EXPECT_EQ(
        file("realisasi.csv"),
        "nip,tahun,periode,rhk,aspek,nilai,satuan,sumber,status,dicatat_pada\n"
        "199203152015032904,2026,Triwulan I,1,kuantitas,3.5,laporan,'=rekap,disetujui,"
        "2026-03-30T08:00:00+07:00\n"
    );
}

TEST_F(ExportFolder, ListsWhoCanBeReachedNowhere) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    // Siti has lost both of her chats, Ratna one of two.
    support::query(url(), R"(
        WITH chat (nip, channel, gone_at, terikat_pada) AS (
            VALUES ('199203152015032904', 'telegram', '2026-03-30T01:00:00Z'::timestamptz, now()),
                   ('199203152015032904', 'whatsapp', '2026-03-31T01:00:00Z', now()),
                   ('198204122006042902', 'telegram', '2026-03-30T01:00:00Z', now()),
                   ('198204122006042902', 'whatsapp', NULL, now())
        ),
        talk AS (
            INSERT INTO conversation (channel, account, address)
            SELECT channel, '1', nip FROM chat
            RETURNING conversation_id, channel, address
        ),
        lanes AS (
            INSERT INTO lane (conversation_id, gone_at)
            SELECT conversation_id, gone_at
            FROM talk JOIN chat ON chat.channel = talk.channel AND chat.nip = talk.address
        )
        INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, boleh_memutus_sejak)
        SELECT pegawai.instansi_id, pegawai.pegawai_id, talk.conversation_id, now(), now()
        FROM talk JOIN pegawai ON pegawai.nip = talk.address)");
    support::query(url(), R"(
        INSERT INTO outbox (conversation_id, kind, class, state, due_at, body, created_at)
        SELECT conversation_id, 'batas_penilaian', 'R', state, now(), 'x', now()
        FROM conversation CROSS JOIN (VALUES ('held'), ('sent')) AS messages (state)
        WHERE channel = 'whatsapp')");
    storage::Connection connection(url(), storage::ConnectionRole::Report);

    export_to(folder());

    EXPECT_EQ(storage::people_out_of_reach(connection), 1);
    EXPECT_EQ(
        file("tidak_terjangkau.csv"),
        "nip,unit,kanal,sejak,pesan_menunggu\n"
        "199203152015032904,layanan,telegram whatsapp,2026-03-31T08:00:00+07:00,1\n"
    );
}

TEST_F(ExportFolder, LeavesOutWhatWasTakenBack) {
    ASSERT_TRUE(import_from(demo_folder()).stored());
    support::query(url(), R"(
        INSERT INTO realisasi (instansi_id, indikator_id, periode_id, pegawai_id, nilai, status, versi, sejak)
        SELECT skp.instansi_id, indikator_id, periode_id, skp.pegawai_id, 3, 'ditarik', 2, now()
        FROM skp JOIN rhk USING (skp_id) JOIN indikator USING (rhk_id), periode LIMIT 1)");

    export_to(folder());

    EXPECT_TRUE(adapters::read_csv(file("realisasi.csv")).records.empty());
}

TEST_F(ExportFolder, WritesTheLedgerAndIsWrittenIntoIt) {
    ASSERT_TRUE(import_from(demo_folder()).stored());

    export_to(folder());
    const auto first = adapters::read_csv(file("jejak.csv"));
    export_to(folder());
    const auto second = adapters::read_csv(file("jejak.csv"));

    ASSERT_FALSE(first.records.empty());
    EXPECT_EQ(first.records[0].fields[5], "impor");
    EXPECT_EQ(first.records[0].fields[2], "2026-03-30T08:00:00+07:00");
    ASSERT_EQ(second.records.size(), first.records.size() + 1);
    EXPECT_EQ(second.records.back().fields[5], "ekspor");
    EXPECT_EQ(second.records.back().fields[2], "2026-04-01T07:00:00+07:00");
}

TEST_F(ExportFolder, KeepsItsFilesToTheirOwnerAndLeavesNoPart) {
    export_to(folder() / "new");

    for (const auto& entry : std::filesystem::directory_iterator(folder() / "new")) {
        EXPECT_EQ(entry.path().extension(), ".csv");
        EXPECT_EQ(
            entry.status().permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write
        ) << entry.path();
    }
}

TEST_F(ExportFolder, WritesAllPagesOfALongTable) {
    support::query(
        url(), R"(
        INSERT INTO ledger (instansi_id, pada, tindakan, objek, objek_id)
        SELECT 0, '2026-03-30T01:00:00Z', 'uji', 'baris', n::text FROM generate_series(1, 12345) AS n)"
    );

    export_to(folder());

    const auto table = adapters::read_csv(file("jejak.csv"));
    ASSERT_EQ(table.records.size(), 12'345U);
    EXPECT_EQ(table.records.front().fields[7], "1");
    EXPECT_EQ(table.records.back().fields[7], "12345");
}

}  // namespace
}  // namespace bot
