-- A page of at most $3 rows of libur.csv behind day ($1 instansi, $2 days since 2000-01-01): these two, the
-- zone, the columns.
SELECT libur.instansi_id, libur.tanggal - date '2000-01-01', instansi.zona,
       instansi.kode, libur.tanggal, libur.nama, libur.jenis
FROM libur
JOIN instansi
  ON instansi.instansi_id = libur.instansi_id
WHERE (libur.instansi_id, libur.tanggal) > ($1::integer, date '2000-01-01' + $2::integer)
ORDER BY libur.instansi_id, libur.tanggal
LIMIT $3
