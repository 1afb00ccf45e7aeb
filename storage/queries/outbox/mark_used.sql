-- The buttons under messages $1 have done their work at $2.
UPDATE outbox
SET used_at = $2
WHERE instansi_id = 0
  AND outbox_id = ANY ($1::bigint[])
  AND used_at IS NULL
