-- Message $1 waits: until its recipient writes again or, with reason $2 'people_limit', until there is
-- room among the people who may be written to in a day. By its key alone, as in attempt/settle.
UPDATE outbox
SET state = 'held',
    error_code = $2
WHERE instansi_id = 0
  AND outbox_id = $1
  AND state || '' = 'waiting'
