-- Keeps the versions. Arrays: $1 instansi, $2 indikator, $3 periode, $4 versi, $5 nilai, $6 sumber,
-- $7 status, $8 alasan, $9 oleh, $10 pada, $11 kwitansi.
INSERT INTO realisasi_versi (
    instansi_id, indikator_id, periode_id, versi, nilai, sumber, status, alasan, oleh, pada, kwitansi
)
SELECT instansi_id, indikator_id, periode_id, versi, nilai, sumber, status, alasan, oleh, pada, kwitansi
FROM unnest(
    $1::integer[], $2::bigint[], $3::bigint[], $4::integer[], $5::numeric[], $6::text[], $7::text[],
    $8::text[], $9::bigint[], $10::timestamptz[], $11::text[]
) AS fresh (
    instansi_id, indikator_id, periode_id, versi, nilai, sumber, status, alasan, oleh, pada, kwitansi
)
