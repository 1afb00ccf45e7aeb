-- Codes ($1 instansi, $2 kode) are used at $3. The caller compares the count.
UPDATE kode_aktivasi
SET dipakai_pada = $3
FROM unnest($1::integer[], $2::bigint[]) AS used (instansi_id, kode_id)
WHERE kode_aktivasi.instansi_id = used.instansi_id
  AND kode_aktivasi.kode_id = used.kode_id
  AND kode_aktivasi.dipakai_pada IS NULL
