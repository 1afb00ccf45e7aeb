-- Message $1 waits until its recipient writes again.
UPDATE outbox
SET state = 'held'
WHERE instansi_id = 0
  AND outbox_id = $1
  AND state = 'waiting'
