-- Messages whose time has come by $1 may be sent. Gives how many, in each row, and the conversations
-- among theirs whose recipient cannot be reached there (null: none).
WITH promoted AS (
    UPDATE outbox
    SET state = 'waiting'
    WHERE instansi_id = 0
      AND state = 'scheduled'
      AND due_at <= $1::timestamptz
      AND due_at > '-infinity'
    RETURNING conversation_id
),
gone AS (
    SELECT DISTINCT promoted.conversation_id
    FROM promoted
    JOIN lane
      ON lane.instansi_id = 0
     AND lane.conversation_id = promoted.conversation_id
     AND lane.gone_at IS NOT NULL
)
SELECT counted.promoted, gone.conversation_id
FROM (SELECT count(*) AS promoted FROM promoted) AS counted
LEFT JOIN gone ON true
