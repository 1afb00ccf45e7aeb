-- What waited for room may go, for so many people as there is room for if $1 may be written to outside
-- their window in 24 hours; a term in law first, then who has waited longest. Only to a chat that is
-- still bound to the person it is for. Gives how many (as rows affected).
WITH room AS (
    SELECT greatest($1::bigint - count(DISTINCT conversation_id), 0) AS people
    FROM outbox
    WHERE instansi_id = 0
      AND as_template
      AND settled_at > clock_timestamp() - interval '24 hours'
      AND settled_at > '-infinity'
),
next AS (
    SELECT outbox.conversation_id
    FROM outbox
    JOIN lane
      ON lane.instansi_id = outbox.instansi_id
     AND lane.conversation_id = outbox.conversation_id
     AND lane.gone_at IS NULL
    WHERE outbox.instansi_id = 0
      AND outbox.state = 'held'
      AND outbox.error_code = 'people_limit'
      AND (outbox.pegawai_id IS NULL OR EXISTS (
          SELECT
          FROM alamat
          WHERE alamat.conversation_id = outbox.conversation_id
            AND alamat.pegawai_id = outbox.pegawai_id
            AND alamat.berakhir_pada IS NULL
      ))
    GROUP BY outbox.conversation_id
    ORDER BY min(outbox.urgency), min(outbox.outbox_id)
    LIMIT (SELECT people FROM room)
)
UPDATE outbox
SET state = 'waiting',
    due_at = clock_timestamp()
FROM next
WHERE outbox.instansi_id = 0
  AND outbox.conversation_id = next.conversation_id
  AND outbox.state = 'held'
  AND outbox.error_code = 'people_limit'
