-- The person of phone $1 gives his own message $2 another content $3, as JSON. Gives its id if that changed
-- something.
UPDATE simulator_pesan
SET isi = $3
WHERE instansi_id = 0
  AND alamat = $1
  AND pesan_id = $2
  AND dari = 'orang'
  AND isi <> $3
RETURNING pesan_id
