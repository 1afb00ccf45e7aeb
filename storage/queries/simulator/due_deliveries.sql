-- The oldest $1 webhook bodies whose time has come: antar_id, alamat, pesan_id, isi.
SELECT antar_id, alamat, pesan_id, isi
FROM simulator_antar
WHERE instansi_id = 0
  AND sejak <= clock_timestamp()
ORDER BY sejak, antar_id
LIMIT $1
