-- The platform does not know the file of message $1 any more.
DELETE FROM unggahan
USING outbox, conversation
WHERE outbox.instansi_id = 0
  AND outbox.outbox_id = $1
  AND conversation.instansi_id = outbox.instansi_id
  AND conversation.conversation_id = outbox.conversation_id
  AND unggahan.instansi_id = 0
  AND unggahan.channel = conversation.channel
  AND unggahan.account = conversation.account
  AND unggahan.sha256 = outbox.lampiran
