-- How far messages came: $1 outbox ids, each once, $2 statuses, $3 message ids, $4 reported at, $5 and
-- $6 class and kind of price. Statuses only move forward.
-- A message of which it was not known whether it left has left, and its chat rests no more for that.
WITH doubtful AS (
    SELECT outbox.outbox_id, outbox.conversation_id
    FROM outbox
    JOIN attempt
      ON attempt.instansi_id = outbox.instansi_id
     AND attempt.outbox_id = outbox.outbox_id
     AND attempt.no = outbox.attempts
     AND attempt.outcome = 'in_doubt'
    WHERE outbox.instansi_id = 0
      AND outbox.outbox_id = ANY ($1::bigint[])
      AND outbox.state IN ('waiting', 'in_doubt', 'dead')
),
rested AS (
    UPDATE lane
    SET rest_until = clock_timestamp()
    FROM doubtful
    WHERE lane.instansi_id = 0
      AND lane.conversation_id = doubtful.conversation_id
      AND lane.rest_until > clock_timestamp()
)
UPDATE outbox
SET delivery = report.status,
    delivery_at = report.reported_at,
    message_id = coalesce(outbox.message_id, nullif(report.message_id, '')),
    price_category = CASE
        WHEN report.price_category <> '' THEN report.price_category
        ELSE outbox.price_category
    END,
    price_type = CASE WHEN report.price_type <> '' THEN report.price_type ELSE outbox.price_type END,
    state = CASE
        WHEN outbox.state = 'in_doubt' THEN 'sent'
        WHEN outbox.outbox_id IN (SELECT doubtful.outbox_id FROM doubtful) THEN 'sent'
        ELSE outbox.state
    END
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
    AS report (outbox_id, status, message_id, reported_at, price_category, price_type)
WHERE outbox.instansi_id = 0
  AND outbox.outbox_id = report.outbox_id
  AND (
      outbox.delivery IS NULL
      OR array_position(ARRAY['sent', 'delivered', 'read', 'played', 'failed'], outbox.delivery)
          < array_position(ARRAY['sent', 'delivered', 'read', 'played', 'failed'], report.status)
  )
