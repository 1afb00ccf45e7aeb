-- Locks up to $1 conversations that have an open event and that nobody works on, until the transaction
-- ends, beginning behind conversation $2 so that each has its turn. Gives conversation_id.
WITH RECURSIVE candidate AS (
    (
        SELECT conversation_id
        FROM event
        WHERE instansi_id = 0
          AND state = 'open'
          AND conversation_id > $2
        ORDER BY conversation_id
        LIMIT 1
    )
    UNION ALL
    SELECT (
        SELECT event.conversation_id
        FROM event
        WHERE event.instansi_id = 0
          AND event.state = 'open'
          AND event.conversation_id > candidate.conversation_id
        ORDER BY event.conversation_id
        LIMIT 1
    )
    FROM candidate
    WHERE candidate.conversation_id IS NOT NULL
),
enough AS (
    SELECT conversation_id FROM candidate WHERE conversation_id IS NOT NULL LIMIT $1 * 2
)
SELECT conversation.conversation_id
FROM enough
JOIN conversation
  ON conversation.instansi_id = 0
 AND conversation.conversation_id = enough.conversation_id
LIMIT $1
FOR NO KEY UPDATE OF conversation SKIP LOCKED
