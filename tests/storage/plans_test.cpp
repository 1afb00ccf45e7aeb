#include <boost/json.hpp>
#include <map>
#include <regex>
#include <set>

#include "storage/embedded_sql.hpp"
#include "tests/storage/database_fixture.hpp"
#include "tests/storage/statement_text.hpp"

// The statements of the hot roles find their rows by key, whatever the planner knew when it made
// the plan: it makes one when the program starts, and keeps it while thousands begin to write.

namespace {

namespace json = boost::json;
using storage::ConnectionRole;

// Columns that many rows have in common: an index that is used by these alone is read as a whole.
const std::set<std::string> kCommon{
    "instansi_id",
    "channel",
    "account",
    "account_key",
    "urgency",
    "state",
    "status",
    "no",
    "nomor",
    "versi",
    "urut",
    "tahun",
    "periode_id"};

// They go through all that waits, or through a part of it in order: that is their work.
const std::set<std::string> kWalks{
    "split/claim_bodies",
    "lane/people_reached",
    "reach/usage",
    "due/penilai_with_news",
    "due/promote_outbox",
    "due/release_for_room",
    "due/release_held",
    "due/submit_realisasi",
    "ledger/seal",
    "ledger/broken_seals"};

// Tables that stay small.
const std::set<std::string> kSmall{
    "instansi",
    "unit_kerja",
    "periode",
    "libur",
    "single_worker",
    "server_key",
    "ledger_seal",
    "bukti_ambil"};

// A row of every table that grows, so many times; everything is done, nothing waits.
constexpr char kQuietYear[] = R"(
SET session_replication_role = replica;
INSERT INTO instansi (instansi_id, kode, nama) VALUES (1, 'A', 'A');
CREATE TEMP TABLE n AS SELECT generate_series(1, 3000) AS n;
INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jabatan, jenis_jabatan, unit_id)
SELECT 1, n, lpad(n::text, 18, '0'), 'A', 'A', 'pelaksana', 1 FROM n;
INSERT INTO skp (instansi_id, skp_id, pegawai_id, tahun, pendekatan, status)
SELECT 1, n, n, 2026, 'kuantitatif', 'persetujuan' FROM n;
INSERT INTO rhk (instansi_id, rhk_id, skp_id, nomor, jenis, teks)
SELECT 1, n, n, 1, 'utama', 'A' FROM n;
INSERT INTO indikator (instansi_id, indikator_id, rhk_id, urut, teks) SELECT 1, n, n, 1, 'A' FROM n;
INSERT INTO realisasi (instansi_id, indikator_id, periode_id, pegawai_id, nilai, status, versi, sejak)
SELECT 1, n, 1, n, 1, 'disetujui', 1, now() FROM n;
INSERT INTO realisasi_versi (
    instansi_id, indikator_id, periode_id, versi, nilai, sumber, status, pada, kwitansi
) SELECT 1, n, 1, 1, 1, '', 'disetujui', now(), 'R-' || n FROM n;
INSERT INTO conversation (channel, account, address) SELECT 'telegram', '7', n::text FROM n;
INSERT INTO lane (conversation_id) SELECT n FROM n;
INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, boleh_memutus_sejak)
SELECT 1, n, n, now(), now() FROM n;
INSERT INTO inbox (channel, account, sha256, raw, state)
SELECT 'telegram', '7', int4send(n), '', 'split' FROM n;
INSERT INTO event (
    inbox_id, conversation_id, account_key, external_id, natural_key, kind, received_at, state
) SELECT n, n, 'telegram:7', n::text, n::text, 'text', now(), 'done' FROM n;
INSERT INTO outbox (
    conversation_id, kind, class, state, due_at, body, press_key, kwitansi, message_id, created_at
) SELECT n, 'balasan', 'M', 'sent', now(), 'A', n::text, 'R-' || n, n::text, now() FROM n;
INSERT INTO attempt (outbox_id, no, outcome) SELECT n, 1, 'sent' FROM n;
INSERT INTO receipt (
    instansi_id, kode, pegawai_id, tindakan, isi, pada, message_id, conversation_id
) SELECT 1, 'R-' || n, n, 'realisasi', 'A', now(), n::text, n FROM n;
INSERT INTO ledger (instansi_id, pada, tindakan, objek, objek_id)
SELECT 1, now(), 'realisasi', 'realisasi', n::text FROM n;
INSERT INTO digest (instansi_id, penilai_id, slot, pada) SELECT 1, n, 'A', now() FROM n;
INSERT INTO digest_butir (instansi_id, digest_id, nomor, indikator_id, periode_id, versi)
SELECT 1, n, 1, n, 1, 1 FROM n;
INSERT INTO bukti (
    instansi_id, pegawai_id, indikator_id, periode_id, nomor, nama, status, simpan, versi, pada, kwitansi,
    tautan
) SELECT 1, n, n, 1, 1, 'A', 'ada', 'tersimpan', 1, now(), 'R-' || n, 'http://contoh.id' FROM n;
INSERT INTO bukti_versi (instansi_id, bukti_id, versi, status, pada, kwitansi)
SELECT 1, n, 1, 'ada', now(), 'R-' || n FROM n;
INSERT INTO kode_aktivasi (
    instansi_id, pegawai_id, kode_hash, token_hash, berakhir_pada, dipakai_pada
) SELECT 1, n, '', int4send(n), now(), now() FROM n;
INSERT INTO unggahan (channel, account, sha256, cara, rujukan, berlaku_sampai)
SELECT 'telegram', '7', n::text, 'photo', 'A', now() FROM n;
INSERT INTO delivery_report (channel, account, external_id, message_id, status, outbox_id)
SELECT 'telegram', '7', n::text, n::text, 'read', n FROM n;
ANALYZE;
)";

// The same in the hour before the Batas.
constexpr char kFullQueues[] = R"(
UPDATE event SET state = 'open' WHERE event_id % 2 = 0;
UPDATE inbox SET state = 'new' WHERE inbox_id % 2 = 0;
UPDATE outbox SET state = (ARRAY['waiting', 'held', 'scheduled', 'sent', 'in_doubt'])[outbox_id % 5 + 1];
UPDATE outbox SET as_template = true, settled_at = now() WHERE outbox_id % 7 = 0;
UPDATE realisasi SET status = 'diajukan' WHERE indikator_id % 2 = 0;
ANALYZE;
)";

class Plans : public DatabaseTest, public testing::WithParamInterface<const char*> {
protected:
    Plans() {
        query(kQuietYear);
        if (std::string_view(GetParam()) == "WithFullQueues") query(kFullQueues);
        for (const support::Row& row :
             query("SELECT indexrelid::regclass::text, attname FROM pg_index "
                   "JOIN pg_attribute ON attrelid = indexrelid "
                   "WHERE indexrelid::regclass::text !~ '^pg_' ORDER BY 1, attnum")) {
            columns_[row[0].value()].push_back(row[1].value());
        }
    }

    // Whether the condition names a column of the index, and all before it, that few rows share.
    bool narrows(const std::string& index, const std::string& condition) const {
        for (const std::string& column : columns_.at(index)) {
            if (!std::regex_search(condition, std::regex("\\b" + column + "\\b"))) return false;
            if (!kCommon.contains(column)) return true;
        }
        return false;
    }

    void check(const std::string& statement, const json::object& node) {
        const auto text = [&](const char* key) {
            const json::value* value = node.if_contains(key);
            return value == nullptr ? std::string() : std::string(value->as_string());
        };
        const std::string type = text("Node Type");
        if (type == "Seq Scan" && !kSmall.contains(text("Relation Name"))) {
            ADD_FAILURE() << statement << ": reads all of " << text("Relation Name");
        }
        if (const std::string index = text("Index Name"); !index.empty()) {
            const std::string condition = text("Index Cond");
            const std::string table = table_of(index);
            EXPECT_TRUE(kSmall.contains(table) || narrows(index, condition))
                << statement << ": " << index << " by " << condition;
        }
        if (const json::value* plans = node.if_contains("Plans")) {
            for (const json::value& below : plans->as_array()) check(statement, below.as_object());
        }
    }

    std::string table_of(const std::string& index) const {
        return support::query_text(
            url(),
            "SELECT indrelid::regclass::text FROM pg_index WHERE indexrelid = '" + index +
                "'::regclass"
        );
    }

    void check_all(ConnectionRole role, const std::set<std::string>& areas) {
        storage::Connection connection(url(), role);
        storage::Transaction transaction(connection);
        for (const storage::EmbeddedSql& sql : storage::embedded_queries()) {
            const std::string name(sql.name);
            if (!areas.contains(name.substr(0, name.find('/'))) || kWalks.contains(name)) continue;
            // SQL's own PREPARE refuses some statements without parameters; those have no keys.
            const int parameters = parameters_of(sql.text);
            if (parameters == 0) continue;
            transaction.run_script("PREPARE planned AS " + std::string(sql.text));
            const storage::Rows rows =
                transaction.run_query("EXPLAIN (FORMAT JSON) EXECUTE planned" + nulls(parameters));
            transaction.run_script("DEALLOCATE planned");
            const json::value plan = json::parse(rows[0].text(0));
            check(name, plan.as_array().at(0).as_object().at("Plan").as_object());
        }
    }

private:
    std::map<std::string, std::vector<std::string>> columns_;
};

TEST_P(Plans, FindRowsByTheirKeys) {
    check_all(ConnectionRole::Intake, {"inbox"});
    check_all(ConnectionRole::Split, {"split", "report", "reach"});
    check_all(
        ConnectionRole::Worker,
        {"turn",
         "pegawai",
         "kinerja",
         "realisasi",
         "bukti",
         "binding",
         "outbox",
         "digest",
         "notice",
         "ledger",
         "receipt",
         "due"}
    );
    check_all(ConnectionRole::Lane, {"lane", "tries"});
    check_all(ConnectionRole::Sender, {"attempt"});
    check_all(ConnectionRole::Fetch, {"ambil"});
}

INSTANTIATE_TEST_SUITE_P(
    WhateverThePlannerKnew,
    Plans,
    testing::Values("AfterAQuietYear", "WithFullQueues"),
    [](const auto& tested) { return tested.param; }
);

}  // namespace
