-- Appends to the ledger. Arrays: $1 instansi, $2 pada, $3 pelaku, $4 tindakan, $5 objek, $6 id of the
-- object, $7 versi, $8 kwitansi, $9 sebelum, $10 sesudah.
INSERT INTO ledger (
    instansi_id, pada, pelaku_id, tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah
)
SELECT instansi_id, pada, pelaku_id, tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah
FROM unnest(
    $1::integer[], $2::timestamptz[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::integer[],
    $8::text[], $9::text[], $10::text[]
) WITH ORDINALITY AS fresh (
    instansi_id, pada, pelaku_id, tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah, position
)
ORDER BY position
