-- Ends the bindings $2 (alamat ids of instansi $1) at $3.
UPDATE alamat
SET berakhir_pada = $3
FROM unnest($1::integer[], $2::bigint[]) AS ended (instansi_id, alamat_id)
WHERE alamat.instansi_id = ended.instansi_id
  AND alamat.alamat_id = ended.alamat_id
