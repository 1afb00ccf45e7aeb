-- The person of phone $1 puts reaction $3 on message $2 of the bot (empty: takes it away). Gives its id if
-- that changed something.
UPDATE simulator_pesan
SET reaksi = $3
WHERE instansi_id = 0
  AND alamat = $1
  AND pesan_id = $2
  AND dari = 'bot'
  AND reaksi <> $3
RETURNING pesan_id
