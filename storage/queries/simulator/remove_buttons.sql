-- Takes the buttons off message $2 of phone $1. Gives its id if that changed something.
UPDATE simulator_pesan
SET bertombol = false
WHERE instansi_id = 0
  AND alamat = $1
  AND pesan_id = $2
  AND bertombol
RETURNING pesan_id
