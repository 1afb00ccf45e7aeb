-- Messages of phone $1 by $2 ('orang' or 'bot') up to id $3 are $4 ('sampai' or 'dibaca') if they were less
-- than that. Gives the ids of those that changed, in order.
WITH changed AS (
    UPDATE simulator_pesan
    SET status = $4
    WHERE instansi_id = 0
      AND alamat = $1
      AND dari = $2
      AND pesan_id <= $3
      AND status <> $4
      AND status <> 'dibaca'
    RETURNING pesan_id
)
SELECT pesan_id FROM changed ORDER BY pesan_id
