-- A message on phone $1 of $2 ('orang' or 'bot') at $3 with the sender's mark $4: content $5 as JSON,
-- replied-to message $6 (null: none). Gives its id and whether it is new; one with a known mark changes
-- nothing.
WITH added AS (
    INSERT INTO simulator_pesan (alamat, dari, pada, kunci, isi, balasan)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT ON CONSTRAINT simulator_pesan_sekali DO NOTHING
    RETURNING pesan_id
)
SELECT pesan_id, true FROM added
UNION ALL
SELECT pesan_id, false
FROM simulator_pesan
WHERE instansi_id = 0
  AND alamat = $1
  AND dari = $2
  AND kunci = $4
  AND NOT EXISTS (SELECT FROM added)
