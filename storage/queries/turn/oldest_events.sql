-- The oldest open event of each conversation in $1, with its dialogue. A statement of its own behind
-- the claim, so that it sees what the last holder of the lock committed.
SELECT oldest.event_id, oldest.kind, oldest.message_id, oldest.reply_to, oldest.forwarded, oldest.body,
       oldest.detail, oldest.sender, oldest.sent_at, oldest.received_at, oldest.tries,
       conversation.conversation_id, conversation.channel, conversation.address,
       conversation.dialogue, conversation.dialogue_at, conversation.wrong_tries,
       conversation.locked_until, conversation.greeted_at, clock_timestamp(), conversation.number
FROM conversation
CROSS JOIN LATERAL (
    SELECT event_id, kind, message_id, reply_to, forwarded, body, detail, sender, sent_at, received_at,
           tries
    FROM event
    WHERE event.instansi_id = 0
      AND event.conversation_id = conversation.conversation_id
      AND event.state = 'open'
    ORDER BY event_id
    LIMIT 1
) AS oldest
WHERE conversation.instansi_id = 0
  AND conversation.conversation_id = ANY ($1::bigint[])
