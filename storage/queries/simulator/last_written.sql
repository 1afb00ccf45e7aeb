-- When the person of phone $1 wrote last (null: never).
SELECT max(pada)
FROM simulator_pesan
WHERE instansi_id = 0
  AND alamat = $1
  AND dari = 'orang'
