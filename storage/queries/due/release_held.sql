-- What was held while the person wrote may go, if the chat is still bound to the person it is for. Gives how many (as rows affected).
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
  AND (outbox.pegawai_id IS NULL OR EXISTS (
      SELECT
      FROM alamat
      WHERE alamat.conversation_id = outbox.conversation_id
        AND alamat.pegawai_id = outbox.pegawai_id
        AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > clock_timestamp())
  ))
