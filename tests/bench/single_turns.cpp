#include "tests/bench/single_turns.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "tests/support/command.hpp"

namespace bench {

namespace {

// Who writes: every bound person, with the ids that a turn needs.
constexpr char kPersons[] = R"(
CREATE TABLE bench_person AS
SELECT row_number() OVER () AS n, alamat.instansi_id, alamat.pegawai_id, alamat.conversation_id,
       indikator.indikator_id, periode.periode_id
FROM alamat
JOIN skp USING (instansi_id, pegawai_id)
JOIN rhk USING (instansi_id, skp_id)
JOIN indikator USING (instansi_id, rhk_id)
JOIN periode USING (instansi_id);
ALTER TABLE bench_person ADD PRIMARY KEY (n);
ANALYZE bench_person;
)";

// All statements of the transaction go out at once: nobody waits for the way there and back.
// One turn: what a webhook, a turn and a sent answer write for "tambah realisasi rhk 1 1 laporan".
constexpr char kTurn[] = R"(
\set n random(1, :persons)
\set id random(1, 9000000000000000000)
SELECT instansi_id AS instansi, pegawai_id AS pegawai, conversation_id AS chat,
       indikator_id AS indikator, periode_id AS periode
FROM bench_person WHERE n = :n
\gset
\startpipeline
BEGIN;
INSERT INTO inbox (channel, account, sha256, raw)
VALUES ('telegram', '7000000001', sha256(int8send(:id)), decode(repeat('20', 400), 'hex'))
ON CONFLICT DO NOTHING;
INSERT INTO event (inbox_id, conversation_id, account_key, external_id, natural_key, kind,
                   message_id, body, sender, sent_at, received_at)
VALUES (1, :chat, 'telegram:7000000001', :id::bigint::text, 'm:' || :id::bigint::text, 'text', '1',
        'tambah realisasi rhk 1 1 laporan', '1', now(), now());
SELECT conversation_id FROM conversation WHERE instansi_id = 0 AND conversation_id = :chat
FOR NO KEY UPDATE;
SELECT nilai, versi FROM realisasi
WHERE instansi_id = :instansi AND indikator_id = :indikator AND periode_id = :periode;
INSERT INTO realisasi (instansi_id, indikator_id, periode_id, pegawai_id, nilai, status, versi, sejak)
VALUES (:instansi, :indikator, :periode, :pegawai, 1, 'tercatat', 1, now())
ON CONFLICT ON CONSTRAINT realisasi_pkey
DO UPDATE SET nilai = realisasi.nilai + 1, versi = realisasi.versi + 1, sejak = now();
INSERT INTO realisasi_versi (instansi_id, indikator_id, periode_id, versi, nilai, sumber, status,
                             oleh, pada, kwitansi)
SELECT instansi_id, indikator_id, periode_id, versi, nilai, sumber, status, pegawai_id, now(),
       'B-' || :id::bigint::text
FROM realisasi
WHERE instansi_id = :instansi AND indikator_id = :indikator AND periode_id = :periode;
INSERT INTO receipt (instansi_id, kode, pegawai_id, tindakan, isi, pada, message_id, conversation_id)
VALUES (:instansi, 'B-' || :id::bigint::text, :pegawai, 'realisasi', 'RHK 1: 1 Laporan', now(), '1',
        :chat);
INSERT INTO ledger (instansi_id, pada, pelaku_id, tindakan, objek, objek_id, versi, kwitansi,
                    sebelum, sesudah)
VALUES (:instansi, now(), :pegawai, 'realisasi', 'realisasi', '1', 1,
        'B-' || :id::bigint::text, '1', '2');
INSERT INTO outbox (conversation_id, kind, class, state, due_at, title, body, pegawai_id, kwitansi,
                    created_at)
VALUES (:chat, 'balasan', 'M', 'sent', now(), 'Tercatat', repeat('isi kartu ', 25), :pegawai,
        'B-' || :id::bigint::text, now());
UPDATE conversation SET dialogue = '', dialogue_at = now()
WHERE instansi_id = 0 AND conversation_id = :chat;
UPDATE event SET state = 'done', tries = 1
WHERE instansi_id = 0 AND account_key = 'telegram:7000000001' AND external_id = :id::bigint::text;
COMMIT;
\endpipeline
)";

double tps_of(const std::string& output) {
    constexpr std::string_view kMark = "tps = ";
    const auto place = output.find(kMark);
    if (place == std::string::npos) throw std::runtime_error("pgbench:\n" + output);
    return std::stod(output.substr(place + kMark.size()));
}

}  // namespace

SingleTurns measure_single_turns(const std::string& database_url, int seconds) {
    support::query(database_url, kPersons);
    const long persons = support::query_number(database_url, "SELECT count(*) FROM bench_person");
    const support::TemporaryFolder folder;
    support::write_text(folder.path() + "/turn.sql", kTurn);

    SingleTurns best;
    for (const int clients : {1, 8, 32}) {
        const auto result = support::run(
            {.argv =
                 {support::postgres_programs() + "/pgbench",
                  "--no-vacuum",
                  "--protocol=prepared",
                  "--file=" + folder.path() + "/turn.sql",
                  "--define=persons=" + std::to_string(persons),
                  "--client=" + std::to_string(clients),
                  "--jobs=" + std::to_string(clients > 1 ? 2 : 1),
                  "--time=" + std::to_string(seconds),
                  database_url}},
            std::chrono::seconds{seconds + 60}
        );
        if (result.exit_code != 0) throw std::runtime_error("pgbench:\n" + result.output);
        const double tps = tps_of(result.output);
        best.all += fmt::format("{}{}: {:.0f}", best.all.empty() ? "" : ", ", clients, tps);
        if (tps > best.per_second) {
            best.per_second = tps;
            best.clients = clients;
        }
    }
    return best;
}

}  // namespace bench
