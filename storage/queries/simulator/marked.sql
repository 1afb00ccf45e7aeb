-- The message on phone $1 that $2 ('orang' or 'bot') sent with mark $3: pesan_id.
SELECT pesan_id
FROM simulator_pesan
WHERE instansi_id = 0
  AND alamat = $1
  AND dari = $2
  AND kunci = $3
