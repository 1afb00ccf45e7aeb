-- Keeps key $2 for purpose $1 unless there is one.
INSERT INTO server_key (purpose, key)
VALUES ($1, $2)
ON CONFLICT DO NOTHING
