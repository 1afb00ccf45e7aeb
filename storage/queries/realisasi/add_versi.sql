-- Keeps the versions. Arrays: $1 instansi, $2 indikator, $3 periode, $4 versi, $5 nilai, $6 sumber,
-- $7 keterangan, $8 status, $9 alasan, $10 oleh, $11 pada, $12 kwitansi.
INSERT INTO realisasi_versi (
    instansi_id, indikator_id, periode_id, versi, nilai, sumber, keterangan, status, alasan, oleh, pada,
    kwitansi
)
SELECT instansi_id, indikator_id, periode_id, versi, nilai, sumber, keterangan, status, alasan, oleh,
       pada, kwitansi
FROM unnest(
    $1::integer[], $2::bigint[], $3::bigint[], $4::integer[], $5::numeric[], $6::text[], $7::text[],
    $8::text[], $9::text[], $10::bigint[], $11::timestamptz[], $12::text[]
) AS fresh (
    instansi_id, indikator_id, periode_id, versi, nilai, sumber, keterangan, status, alasan, oleh, pada,
    kwitansi
)
