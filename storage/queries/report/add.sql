-- Keeps reports about messages of ours; one that is known changes nothing. Arrays: $1 channels,
-- $2 accounts, $3 external ids, $4 message ids, $5 recipients, $6 outbox ids (what we gave the platform
-- to repeat; null: none), $7 statuses, $8 error codes, $9 reported at. Gives those that are new, in
-- order: position from 1, outbox_id (null: about no message that we know).
WITH fresh AS (
    SELECT report.*, coalesce(tracked.outbox_id, named.outbox_id) AS found_id
    FROM unnest(
        $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[],
        $9::timestamptz[]
    ) WITH ORDINALITY AS report (
        channel, account, external_id, message_id, recipient, tracker, status, error_code, reported_at,
        position
    )
    LEFT JOIN LATERAL (
        SELECT outbox.outbox_id
        FROM outbox
        JOIN conversation
          ON conversation.instansi_id = outbox.instansi_id
         AND conversation.conversation_id = outbox.conversation_id
        WHERE outbox.instansi_id = 0
          AND outbox.outbox_id = report.tracker
          AND conversation.channel = report.channel
          AND conversation.account = report.account
    ) AS tracked ON true
    LEFT JOIN LATERAL (
        SELECT sent.outbox_id
        FROM (
            SELECT conversation.conversation_id
            FROM conversation
            WHERE conversation.instansi_id = 0
              AND conversation.channel = report.channel
              AND conversation.account = report.account
              AND conversation.address = report.recipient
            UNION ALL
            SELECT conversation.conversation_id
            FROM conversation
            WHERE conversation.instansi_id = 0
              AND conversation.channel = report.channel
              AND conversation.account = report.account
              AND conversation.number = report.recipient
              AND conversation.number <> ''
        ) AS recipient
        CROSS JOIN LATERAL (
            SELECT outbox.outbox_id
            FROM outbox
            WHERE outbox.instansi_id = 0
              AND outbox.conversation_id = recipient.conversation_id
              AND outbox.message_id = report.message_id
            OFFSET 0
        ) AS sent
        WHERE tracked.outbox_id IS NULL
        LIMIT 1
    ) AS named ON true
),
added AS (
    INSERT INTO delivery_report (
        channel, account, external_id, message_id, status, error_code, outbox_id, reported_at
    )
    SELECT channel, account, external_id, message_id, status, error_code, found_id, reported_at
    FROM fresh
    ON CONFLICT DO NOTHING
    RETURNING channel, account, external_id
)
SELECT DISTINCT ON (fresh.channel, fresh.account, fresh.external_id) fresh.position, fresh.found_id
FROM fresh
JOIN added
  ON added.channel = fresh.channel
 AND added.account = fresh.account
 AND added.external_id = fresh.external_id
ORDER BY fresh.channel, fresh.account, fresh.external_id, fresh.position
