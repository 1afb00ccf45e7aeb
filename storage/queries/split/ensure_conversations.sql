-- The conversations of $1 channels, $2 accounts, $3 addresses, made with their lanes where they are
-- missing: conversation_id, channel, account, address. $4 numbers: the telephone numbers of the same
-- persons, empty where none is told. Where a person was known by number alone, the conversation goes on
-- under his new address; where only the number is told, it is the conversation that had it last.
WITH wanted AS (
    SELECT channel, account, address, max(number) AS number
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
        AS wanted (channel, account, address, number)
    GROUP BY channel, account, address
),
known AS (
    SELECT wanted.channel, wanted.account, wanted.address, wanted.number, found.conversation_id
    FROM wanted
    LEFT JOIN LATERAL (
        SELECT conversation.conversation_id
        FROM conversation
        WHERE conversation.instansi_id = 0
          AND conversation.channel = wanted.channel
          AND conversation.account = wanted.account
          AND conversation.address = wanted.address
    ) AS same ON true
    LEFT JOIN LATERAL (
        SELECT numbered.conversation_id
        FROM (
            SELECT conversation.conversation_id
            FROM conversation
            WHERE same.conversation_id IS NULL
              AND conversation.number <> ''
              AND conversation.instansi_id = 0
              AND conversation.channel = wanted.channel
              AND conversation.account = wanted.account
              AND conversation.number = wanted.number
              AND (wanted.address = wanted.number OR conversation.address = wanted.number)
            OFFSET 0
        ) AS numbered
        ORDER BY numbered.conversation_id DESC
        LIMIT 1
    ) AS by_number ON true
    CROSS JOIN LATERAL (
        SELECT coalesce(same.conversation_id, by_number.conversation_id) AS conversation_id
    ) AS found
),
renewed AS (
    UPDATE conversation
    SET address = CASE
            WHEN known.address <> known.number THEN known.address
            ELSE conversation.address
        END,
        number = known.number
    FROM known
    WHERE conversation.instansi_id = 0
      AND conversation.conversation_id = known.conversation_id
      AND known.number <> ''
      AND (conversation.number <> known.number
           OR (known.address <> known.number AND conversation.address <> known.address))
),
added AS (
    INSERT INTO conversation (channel, account, address, number)
    SELECT channel, account, address, number
    FROM known
    WHERE conversation_id IS NULL
    ON CONFLICT DO NOTHING
    RETURNING conversation_id, channel, account, address
),
lanes AS (
    INSERT INTO lane (conversation_id)
    SELECT conversation_id FROM added
)
SELECT conversation_id, channel, account, address FROM added
UNION ALL
SELECT conversation_id, channel, account, address FROM known WHERE conversation_id IS NOT NULL
