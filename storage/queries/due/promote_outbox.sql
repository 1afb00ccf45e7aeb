-- Messages whose time has come by $1 may be sent. Gives how many (as rows affected).
UPDATE outbox
SET state = 'waiting'
WHERE instansi_id = 0
  AND state = 'scheduled'
  AND due_at <= $1::timestamptz
