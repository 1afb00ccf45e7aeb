-- "Bukan saya": the bindings of persons ($1 instansi, $2 pegawai) that were made in the day before $4
-- and behind alamat $3 end at $4; those that were to end because of them stay.
WITH refused AS (
    SELECT instansi_id, pegawai_id, alamat_id
    FROM unnest($1::integer[], $2::bigint[], $3::bigint[]) AS refused (instansi_id, pegawai_id, alamat_id)
)
UPDATE alamat
SET berakhir_pada = CASE
        WHEN alamat.alamat_id > refused.alamat_id
         AND alamat.terikat_pada > $4::timestamptz - interval '24 hours'
        THEN $4::timestamptz
    END
FROM refused
WHERE alamat.instansi_id = refused.instansi_id
  AND alamat.pegawai_id = refused.pegawai_id
  AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > $4::timestamptz)
