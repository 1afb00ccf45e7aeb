-- What the page was told behind number $1, at most $2, oldest first: urutan, jenis, isi, and of a message
-- what messages.sql gives (nulls if none).
SELECT told.urutan, told.jenis, told.isi, pesan.pesan_id, pesan.alamat, pesan.dari, pesan.pada,
       pesan.isi, pesan.balasan, pesan.reaksi, pesan.status, pesan.bertombol
FROM simulator_peristiwa AS told
LEFT JOIN simulator_pesan AS pesan
  ON pesan.instansi_id = told.instansi_id
 AND pesan.pesan_id = told.pesan_id
WHERE told.instansi_id = 0
  AND told.urutan > $1
ORDER BY told.urutan
LIMIT $2
