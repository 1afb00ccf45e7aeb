-- Message $2 of phone $1 (null: of any), as in messages.sql.
SELECT pesan_id, alamat, dari, pada, isi, balasan, reaksi, status, bertombol
FROM simulator_pesan
WHERE instansi_id = 0
  AND alamat = coalesce($1, alamat)
  AND pesan_id = $2
