-- The oldest waiting message of conversation $1, whose lane the caller holds, with its last attempt
-- (nulls if none), the lane's failures and how far its sends reach ahead in milliseconds, how it can be
-- written to, for a conversation that cannot be written to freely how many templates it got in this
-- month, its attachment, and how the platform knows that file (nulls if it does not).
SELECT outbox.outbox_id, outbox.kind, outbox.class, outbox.title, outbox.body, outbox.buttons,
       outbox.press_key, outbox.reply_to, outbox.attempts, outbox.created_at,
       coalesce(nullif(conversation.number, ''), conversation.address),
       last.no, last.outcome, lane.failures,
       coalesce(clock_timestamp() - first.started_at > interval '24 hours', false),
       outbox.parameters, outbox.delivery IS NOT NULL, coalesce(outbox.message_id, ''),
       coalesce(conversation.window_until > clock_timestamp(), false), templates.used,
       (extract(epoch FROM greatest(lane.paced_until, clock_timestamp()) - clock_timestamp()) * 1000)::bigint,
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
LEFT JOIN attempt AS first
  ON first.instansi_id = outbox.instansi_id
 AND first.outbox_id = outbox.outbox_id
 AND first.no = 1
LEFT JOIN LATERAL (
    SELECT count(*) AS used
    FROM outbox AS earlier
    WHERE NOT coalesce(conversation.window_until > clock_timestamp(), false)
      AND earlier.instansi_id = 0
      AND earlier.conversation_id = outbox.conversation_id
      AND earlier.as_template
      AND earlier.settled_at >= date_trunc('month', clock_timestamp())
) AS templates ON true
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
