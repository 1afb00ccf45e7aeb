-- A page of at most $3 rows of unit_kerja.csv behind unit ($1 instansi, $2 number): these two, the zone,
-- the columns.
SELECT unit_kerja.instansi_id, unit_kerja.unit_id, instansi.zona,
       instansi.kode, unit_kerja.kode, unit_kerja.nama, induk.kode,
       CASE WHEN unit_kerja.mandiri THEN 'ya' ELSE 'tidak' END
FROM unit_kerja
JOIN instansi
  ON instansi.instansi_id = unit_kerja.instansi_id
LEFT JOIN unit_kerja AS induk
  ON induk.instansi_id = unit_kerja.instansi_id
 AND induk.unit_id = unit_kerja.induk_id
WHERE (unit_kerja.instansi_id, unit_kerja.unit_id) > ($1::integer, $2::bigint)
ORDER BY unit_kerja.instansi_id, unit_kerja.unit_id
LIMIT $3
