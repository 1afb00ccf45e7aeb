-- A page of at most $3 rows of periode.csv behind period ($1 instansi, $2 number): these two, the zone,
-- the columns.
SELECT periode.instansi_id, periode.periode_id, instansi.zona,
       instansi.kode, periode.tahun, periode.nama, periode.jenis, periode.awal, periode.akhir,
       periode.batas
FROM periode
JOIN instansi
  ON instansi.instansi_id = periode.instansi_id
WHERE (periode.instansi_id, periode.periode_id) > ($1::integer, $2::bigint)
ORDER BY periode.instansi_id, periode.periode_id
LIMIT $3
