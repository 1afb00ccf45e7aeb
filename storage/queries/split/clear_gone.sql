-- Whoever writes can be written to again: conversations $1.
UPDATE lane
SET gone_at = NULL
WHERE instansi_id = 0
  AND conversation_id = ANY ($1::bigint[])
  AND gone_at IS NOT NULL
