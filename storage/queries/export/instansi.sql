-- A page of at most $2 rows of instansi.csv behind instansi $1: that number, the zone, the columns.
SELECT instansi_id, zona, kode, nama, zona, hari_kerja
FROM instansi
WHERE instansi_id > $1::integer
  AND instansi_id <> 0
ORDER BY instansi_id
LIMIT $2
