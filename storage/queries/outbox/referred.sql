-- Our messages that persons refer to: by reply ($1 conversation, $2 message id) or by press
-- ($3 press keys). Gives outbox_id, conversation_id, message_id, press_key, kind, digest_id, kwitansi,
-- buttons, used_at, created_at, as_template.
SELECT outbox.outbox_id, outbox.conversation_id, outbox.message_id, outbox.press_key, outbox.kind,
       outbox.digest_id, outbox.kwitansi, outbox.buttons, outbox.used_at, outbox.created_at,
       outbox.as_template
FROM unnest($1::bigint[], $2::text[]) AS replied (conversation_id, message_id)
JOIN outbox
  ON outbox.instansi_id = 0
 AND outbox.conversation_id = replied.conversation_id
 AND outbox.message_id = replied.message_id
UNION
SELECT outbox.outbox_id, outbox.conversation_id, outbox.message_id, outbox.press_key, outbox.kind,
       outbox.digest_id, outbox.kwitansi, outbox.buttons, outbox.used_at, outbox.created_at,
       outbox.as_template
FROM outbox
WHERE outbox.press_key = ANY ($3::text[])
