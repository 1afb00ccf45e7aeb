-- What was held while the person wrote may go. Gives how many (as rows affected).
UPDATE outbox
SET state = 'waiting',
    due_at = clock_timestamp()
FROM conversation, lane
WHERE outbox.instansi_id = 0
  AND outbox.state = 'held'
  AND conversation.instansi_id = outbox.instansi_id
  AND conversation.conversation_id = outbox.conversation_id
  AND conversation.window_until > clock_timestamp()
  AND lane.instansi_id = outbox.instansi_id
  AND lane.conversation_id = outbox.conversation_id
  AND lane.gone_at IS NULL
