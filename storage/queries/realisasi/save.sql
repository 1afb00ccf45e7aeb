-- Saves new versions. A row is written only if the version before it is still the present one: the
-- caller compares the count. Arrays: $1 instansi, $2 indikator, $3 periode, $4 pegawai, $5 nilai,
-- $6 sumber, $7 status, $8 versi, $9 sejak.
INSERT INTO realisasi (
    instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, status, versi, sejak
)
SELECT instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, status, versi, sejak
FROM unnest(
    $1::integer[], $2::bigint[], $3::bigint[], $4::bigint[], $5::numeric[], $6::text[], $7::text[],
    $8::integer[], $9::timestamptz[]
) AS fresh (instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, status, versi, sejak)
ON CONFLICT ON CONSTRAINT realisasi_pkey DO UPDATE
SET nilai = excluded.nilai,
    sumber = excluded.sumber,
    status = excluded.status,
    versi = excluded.versi,
    sejak = excluded.sejak
WHERE realisasi.versi = excluded.versi - 1
