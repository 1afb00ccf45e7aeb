-- Looks at up to $4 conversations behind $2 that have a message of urgency $3 waiting, and locks the first
-- lane among them that is of channel $1, rests no more and is not in flight. Gives the locked conversation (null:
-- none), the last conversation looked at (null: there are none) and how many there were.
WITH RECURSIVE candidate AS (
    (
        SELECT conversation_id
        FROM outbox
        WHERE instansi_id = 0
          AND state = 'waiting'
          AND urgency = $3
          AND urgency >= 0
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
          AND outbox.urgency = $3
          AND outbox.urgency >= 0
          AND outbox.conversation_id > candidate.conversation_id
        ORDER BY outbox.conversation_id
        LIMIT 1
    )
    FROM candidate
    WHERE candidate.conversation_id IS NOT NULL
),
chunk AS MATERIALIZED (
    SELECT conversation_id FROM candidate WHERE conversation_id IS NOT NULL LIMIT $4
),
locked AS (
    SELECT lane.conversation_id
    FROM lane
    WHERE lane.instansi_id = 0
      AND lane.conversation_id = ANY (ARRAY(SELECT conversation_id FROM chunk))
      AND lane.rest_until <= clock_timestamp()
      AND EXISTS (
          SELECT
          FROM conversation
          WHERE conversation.instansi_id = 0
            AND conversation.conversation_id = lane.conversation_id
            AND conversation.channel || '' = $1
          OFFSET 0
      )
    LIMIT 1
    FOR NO KEY UPDATE OF lane SKIP LOCKED
)
SELECT (SELECT conversation_id FROM locked),
       (SELECT max(conversation_id) FROM chunk),
       (SELECT count(*) FROM chunk)
