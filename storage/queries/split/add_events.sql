-- Adds events, in the order of the arrays; one that is known, by its id or by its effect, changes
-- nothing. Arrays: $1 inbox ids, $2 conversations, $3 account keys, $4 external ids, $5 natural keys,
-- $6 kinds, $7 message ids, $8 replied-to message ids, $9 forwarded, $10 bodies, $11 details,
-- $12 senders, $13 sent at, $14 received at, $15 states.
INSERT INTO event (
    inbox_id, conversation_id, account_key, external_id, natural_key, kind, message_id, reply_to,
    forwarded, body, detail, sender, sent_at, received_at, state
)
SELECT inbox_id, conversation_id, account_key, external_id, natural_key, kind, message_id, reply_to,
       forwarded, body, detail, sender, sent_at, received_at, state
FROM unnest(
    $1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
    $8::text[], $9::boolean[], $10::text[], $11::text[], $12::text[], $13::timestamptz[],
    $14::timestamptz[], $15::text[]
) WITH ORDINALITY AS fresh (
    inbox_id, conversation_id, account_key, external_id, natural_key, kind, message_id, reply_to,
    forwarded, body, detail, sender, sent_at, received_at, state, position
)
ORDER BY position
ON CONFLICT DO NOTHING
