-- The conversations of $1 channels, $2 accounts, $3 addresses, made with their lanes where they are
-- missing: conversation_id, channel, account, address.
WITH wanted AS (
    SELECT DISTINCT channel, account, address
    FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (channel, account, address)
),
added AS (
    INSERT INTO conversation (channel, account, address)
    SELECT channel, account, address
    FROM wanted
    WHERE NOT EXISTS (
        SELECT
        FROM conversation AS known
        WHERE known.instansi_id = 0
          AND known.channel = wanted.channel
          AND known.account = wanted.account
          AND known.address = wanted.address
    )
    ON CONFLICT DO NOTHING
    RETURNING conversation_id, channel, account, address
),
lanes AS (
    INSERT INTO lane (conversation_id)
    SELECT conversation_id FROM added
)
SELECT conversation_id, channel, account, address FROM added
UNION ALL
SELECT known.conversation_id, known.channel, known.account, known.address
FROM wanted
JOIN conversation AS known
  ON known.instansi_id = 0
 AND known.channel = wanted.channel
 AND known.account = wanted.account
 AND known.address = wanted.address
