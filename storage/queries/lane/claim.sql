-- Locks one lane of channel $1 that has a message waiting, rests no more and is not in flight, looking
-- behind conversation $2 first. Gives conversation_id; no row if there is none behind it.
WITH RECURSIVE candidate AS (
    (
        SELECT conversation_id
        FROM outbox
        WHERE instansi_id = 0
          AND state = 'waiting'
          AND conversation_id > $2
        ORDER BY conversation_id
        LIMIT 1
    )
    UNION ALL
    SELECT (
        SELECT outbox.conversation_id
        FROM outbox
        WHERE outbox.instansi_id = 0
          AND outbox.state = 'waiting'
          AND outbox.conversation_id > candidate.conversation_id
        ORDER BY outbox.conversation_id
        LIMIT 1
    )
    FROM candidate
    WHERE candidate.conversation_id IS NOT NULL
)
SELECT lane.conversation_id
FROM candidate
JOIN lane
  ON lane.instansi_id = 0
 AND lane.conversation_id = candidate.conversation_id
JOIN conversation
  ON conversation.instansi_id = 0
 AND conversation.conversation_id = candidate.conversation_id
 AND conversation.channel = $1
WHERE lane.rest_until <= clock_timestamp()
LIMIT 1
FOR NO KEY UPDATE OF lane SKIP LOCKED
