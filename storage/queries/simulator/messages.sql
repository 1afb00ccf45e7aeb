-- The newest $3 messages of phone $1 below id $2 (null: all), newest first: pesan_id, alamat, dari, pada,
-- isi, balasan, reaksi, status, bertombol.
SELECT pesan_id, alamat, dari, pada, isi, balasan, reaksi, status, bertombol
FROM simulator_pesan
WHERE instansi_id = 0
  AND alamat = $1
  AND pesan_id < coalesce($2, 9223372036854775807)
ORDER BY pesan_id DESC
LIMIT $3
