-- The key for purpose $1.
SELECT key
FROM server_key
WHERE instansi_id = 0
  AND purpose = $1
