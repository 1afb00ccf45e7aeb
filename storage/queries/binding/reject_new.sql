-- "Bukan saya", said at the old address: every newer binding of persons ($1 instansi, $2 pegawai) than
-- alamat $3 ends at $4, and the old one stays.
WITH refused AS (
    SELECT instansi_id, pegawai_id, alamat_id
    FROM unnest($1::integer[], $2::bigint[], $3::bigint[]) AS refused (instansi_id, pegawai_id, alamat_id)
)
UPDATE alamat
SET berakhir_pada = CASE WHEN alamat.alamat_id = refused.alamat_id THEN NULL ELSE $4::timestamptz END
FROM refused
WHERE alamat.instansi_id = refused.instansi_id
  AND alamat.pegawai_id = refused.pegawai_id
  AND alamat.alamat_id >= refused.alamat_id
