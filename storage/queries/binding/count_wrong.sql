-- One more wrong try on codes ($1 instansi, $2 kode), from whatever address it came.
UPDATE kode_aktivasi
SET percobaan = percobaan + wrong.tries
FROM (
    SELECT instansi_id, kode_id, count(*) AS tries
    FROM unnest($1::integer[], $2::bigint[]) AS each (instansi_id, kode_id)
    GROUP BY instansi_id, kode_id
) AS wrong
WHERE kode_aktivasi.instansi_id = wrong.instansi_id
  AND kode_aktivasi.kode_id = wrong.kode_id
