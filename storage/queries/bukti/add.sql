-- Adds evidence with its first version; one with a reference ($11) is also to be fetched from the chat
-- $12. Arrays: $1 instansi, $2 pegawai, $3 indikator, $4 periode, $5 nomor, $6 nama, $7 tautan, $8 simpan,
-- $9 pada, $10 kwitansi, $11 rujukan, $12 conversation, $13 album.
WITH fresh AS (
    SELECT *
    FROM unnest(
        $1::integer[], $2::bigint[], $3::bigint[], $4::bigint[], $5::integer[], $6::text[],
        $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::bigint[],
        $13::text[]
    ) AS fresh (
        instansi_id, pegawai_id, indikator_id, periode_id, nomor, nama, tautan, simpan, pada,
        kwitansi, rujukan, conversation_id, album
    )
),
added AS (
    INSERT INTO bukti (
        instansi_id, pegawai_id, indikator_id, periode_id, nomor, nama, tautan, status, simpan,
        versi, pada, kwitansi, album
    )
    SELECT instansi_id, pegawai_id, indikator_id, periode_id, nomor, nama, tautan, 'ada', simpan,
           1, pada, kwitansi, album
    FROM fresh
    ORDER BY indikator_id, periode_id, nomor
    RETURNING instansi_id, bukti_id, pegawai_id, indikator_id, periode_id, nomor, pada, kwitansi
),
kept AS (
    INSERT INTO bukti_versi (instansi_id, bukti_id, versi, status, oleh, pada, kwitansi)
    SELECT instansi_id, bukti_id, 1, 'ada', pegawai_id, pada, kwitansi
    FROM added
)
INSERT INTO bukti_ambil (instansi_id, bukti_id, conversation_id, rujukan)
SELECT added.instansi_id, added.bukti_id, fresh.conversation_id, fresh.rujukan
FROM added
JOIN fresh
  ON fresh.instansi_id = added.instansi_id
 AND fresh.indikator_id = added.indikator_id
 AND fresh.periode_id = added.periode_id
 AND fresh.nomor = added.nomor
WHERE fresh.rujukan <> ''
