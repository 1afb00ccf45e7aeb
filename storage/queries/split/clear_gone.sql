-- Whoever writes can be written to again: conversations $1. What waited for that may go, if the
-- chat is still bound to the person it is for.
WITH back AS (
    UPDATE lane
    SET gone_at = NULL
    WHERE instansi_id = 0
      AND conversation_id = ANY ($1::bigint[])
      AND gone_at IS NOT NULL
    RETURNING conversation_id
),
held AS (
    SELECT waiting.outbox_id
    FROM back
    CROSS JOIN LATERAL (
        SELECT outbox.outbox_id
        FROM outbox
        WHERE outbox.instansi_id = 0
          AND outbox.conversation_id = back.conversation_id
          AND outbox.state = 'held'
        OFFSET 0
    ) AS waiting
)
UPDATE outbox
SET state = 'waiting',
    due_at = clock_timestamp()
WHERE outbox.instansi_id = 0
  AND outbox.outbox_id = ANY (ARRAY(SELECT outbox_id FROM held))
  AND outbox.state || '' = 'held'
  AND (outbox.pegawai_id IS NULL OR EXISTS (
      SELECT
      FROM alamat
      WHERE alamat.conversation_id = outbox.conversation_id
        AND alamat.pegawai_id = outbox.pegawai_id
        AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > clock_timestamp())
  ))
