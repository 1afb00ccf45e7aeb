-- The oldest waiting message of conversation $1, whose lane the caller holds, with its last attempt
-- (nulls if none), the lane's failures, its attachment, and how the platform knows that file (nulls if it
-- does not).
SELECT outbox.outbox_id, outbox.kind, outbox.class, outbox.title, outbox.body, outbox.buttons,
       outbox.press_key, outbox.reply_to, outbox.attempts, outbox.created_at, conversation.address,
       last.no, last.outcome, lane.failures, clock_timestamp() - outbox.due_at > interval '24 hours',
       outbox.lampiran, outbox.lampiran_nama, outbox.lampiran_tipe, uploaded.cara, uploaded.rujukan
FROM outbox
JOIN conversation
  ON conversation.instansi_id = outbox.instansi_id
 AND conversation.conversation_id = outbox.conversation_id
JOIN lane
  ON lane.instansi_id = outbox.instansi_id
 AND lane.conversation_id = outbox.conversation_id
LEFT JOIN LATERAL (
    SELECT attempt.no, attempt.outcome
    FROM attempt
    WHERE attempt.instansi_id = outbox.instansi_id
      AND attempt.outbox_id = outbox.outbox_id
    ORDER BY attempt.no DESC
    LIMIT 1
) AS last ON true
LEFT JOIN unggahan AS uploaded
  ON uploaded.instansi_id = outbox.instansi_id
 AND uploaded.channel = conversation.channel
 AND uploaded.account = conversation.account
 AND uploaded.sha256 = outbox.lampiran
 AND uploaded.berlaku_sampai > clock_timestamp()
WHERE outbox.instansi_id = 0
  AND outbox.conversation_id = $1
  AND outbox.state = 'waiting'
ORDER BY outbox.outbox_id
LIMIT 1
