-- Saves new versions. A row is written only if the version before it is still the present one: the
-- caller compares the count. Arrays: $1 instansi, $2 indikator, $3 periode, $4 pegawai, $5 nilai,
-- $6 sumber, $7 keterangan, $8 status, $9 versi, $10 sejak.
INSERT INTO realisasi (
    instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, keterangan, status, versi,
    sejak
)
SELECT instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, keterangan, status, versi,
       sejak
FROM unnest(
    $1::integer[], $2::bigint[], $3::bigint[], $4::bigint[], $5::numeric[], $6::text[], $7::text[],
    $8::text[], $9::integer[], $10::timestamptz[]
) AS fresh (
    instansi_id, indikator_id, periode_id, pegawai_id, nilai, sumber, keterangan, status, versi, sejak
)
ON CONFLICT ON CONSTRAINT realisasi_pkey DO UPDATE
SET nilai = excluded.nilai,
    sumber = excluded.sumber,
    keterangan = excluded.keterangan,
    status = excluded.status,
    versi = excluded.versi,
    sejak = excluded.sejak
WHERE realisasi.versi = excluded.versi - 1
