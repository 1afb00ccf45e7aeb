-- Saves what conversations remember. Arrays: $1 conversation, $2 dialogue, $3 since, $4 wrong tries,
-- $5 locked until, $6 greeted at.
UPDATE conversation
SET dialogue = saved.dialogue,
    dialogue_at = saved.dialogue_at,
    wrong_tries = saved.wrong_tries,
    locked_until = saved.locked_until,
    greeted_at = saved.greeted_at
FROM unnest(
    $1::bigint[], $2::text[], $3::timestamptz[], $4::integer[], $5::timestamptz[], $6::timestamptz[]
) AS saved (conversation_id, dialogue, dialogue_at, wrong_tries, locked_until, greeted_at)
WHERE conversation.instansi_id = 0
  AND conversation.conversation_id = saved.conversation_id
