-- Takes bindings back at $3: alamat ($1 instansi, $2 alamat id) ends, and what it had given 24 hours
-- (binding/add_alamat) stays. One that a newer binding has ended already is left as it is.
WITH undone AS (
    SELECT alamat.instansi_id, alamat.pegawai_id, alamat.alamat_id, alamat.terikat_pada
    FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, alamat_id)
    JOIN alamat
      ON alamat.instansi_id = wanted.instansi_id
     AND alamat.alamat_id = wanted.alamat_id
    WHERE alamat.berakhir_pada IS NULL
)
UPDATE alamat
SET berakhir_pada = CASE WHEN alamat.alamat_id = undone.alamat_id THEN $3::timestamptz END
FROM undone
WHERE alamat.instansi_id = undone.instansi_id
  AND alamat.pegawai_id = undone.pegawai_id
  AND (alamat.alamat_id = undone.alamat_id
       OR alamat.berakhir_pada = undone.terikat_pada + interval '24 hours')
