-- A line $2 that was typed into conversation $1 at the terminal, with the new id $3.
INSERT INTO event (
    inbox_id, conversation_id, account_key, external_id, natural_key, kind, message_id, body, sent_at,
    received_at
)
VALUES (0, $1, 'terminal', $3, 'x:' || $3, 'text', $3, $2, clock_timestamp(), clock_timestamp())
