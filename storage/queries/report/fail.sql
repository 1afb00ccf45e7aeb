-- Messages that were accepted and then failed: $1 outbox ids, each once, $2 what becomes of them
-- ('waiting', 'gone' or 'rejected'), $3 error codes. Gives outbox_id, conversation_id.
UPDATE outbox
SET state = failed.state,
    error_code = failed.error_code,
    delivery = CASE WHEN failed.state = 'waiting' THEN NULL ELSE 'failed' END,
    message_id = CASE WHEN failed.state = 'waiting' THEN NULL ELSE outbox.message_id END
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS failed (outbox_id, state, error_code)
WHERE outbox.instansi_id = 0
  AND outbox.outbox_id = failed.outbox_id
  AND outbox.state IN ('sent', 'in_doubt', 'waiting')
  AND (outbox.delivery IS NULL OR outbox.delivery = 'sent')
RETURNING outbox.outbox_id, outbox.conversation_id
