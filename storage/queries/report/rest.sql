-- Conversations $1 rest for $2 milliseconds; $3: the recipient is gone; $4: he can no longer be written
-- to freely.
WITH told AS (
    SELECT conversation_id, max(rest_ms) AS rest_ms, bool_or(gone) AS gone, bool_or(closed) AS closed
    FROM unnest($1::bigint[], $2::integer[], $3::boolean[], $4::boolean[])
        AS told (conversation_id, rest_ms, gone, closed)
    GROUP BY conversation_id
),
closed AS (
    UPDATE conversation
    SET window_until = clock_timestamp()
    FROM told
    WHERE told.closed
      AND conversation.instansi_id = 0
      AND conversation.conversation_id = told.conversation_id
)
UPDATE lane
SET rest_until = greatest(
        lane.rest_until, clock_timestamp() + told.rest_ms * interval '1 millisecond'
    ),
    gone_at = CASE WHEN told.gone THEN clock_timestamp() ELSE lane.gone_at END
FROM told
WHERE lane.instansi_id = 0
  AND lane.conversation_id = told.conversation_id
