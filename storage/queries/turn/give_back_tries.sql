-- Events $1 were claimed but not worked on: their try does not count.
UPDATE event
SET tries = tries - 1
WHERE instansi_id = 0
  AND event_id = ANY ($1::bigint[])
