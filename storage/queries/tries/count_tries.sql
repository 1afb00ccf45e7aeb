-- One more try for each event in $1. Committed before the work, on another connection, so that a
-- crash is counted too.
UPDATE event
SET tries = tries + 1
WHERE instansi_id = 0
  AND event_id = ANY ($1::bigint[])
