-- The persons of conversations $1 wrote: they can be written to freely until $2, and what was held for
-- that may go, if the chat is still bound to the person it is for.
WITH opened AS (
    UPDATE conversation
    SET window_until = greatest(conversation.window_until, latest.until)
    FROM (
        SELECT conversation_id, max(until) AS until
        FROM unnest($1::bigint[], $2::timestamptz[]) AS written (conversation_id, until)
        GROUP BY conversation_id
    ) AS latest
    WHERE conversation.instansi_id = 0
      AND conversation.conversation_id = latest.conversation_id
),
held AS (
    SELECT waiting.outbox_id
    FROM unnest($1::bigint[]) AS written (conversation_id)
    CROSS JOIN LATERAL (
        SELECT outbox.outbox_id
        FROM outbox
        WHERE outbox.instansi_id = 0
          AND outbox.conversation_id = written.conversation_id
          AND outbox.state = 'held'
        OFFSET 0
    ) AS waiting
)
UPDATE outbox
SET state = 'waiting',
    due_at = clock_timestamp()
WHERE instansi_id = 0
  AND outbox_id = ANY (ARRAY(SELECT outbox_id FROM held))
  AND state || '' = 'held'
  AND (outbox.pegawai_id IS NULL OR EXISTS (
      SELECT
      FROM alamat
      WHERE alamat.conversation_id = outbox.conversation_id
        AND alamat.pegawai_id = outbox.pegawai_id
        AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > clock_timestamp())
  ))
