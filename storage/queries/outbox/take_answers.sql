-- Takes what waits for conversation $1, in order: title, body, buttons. It counts as sent.
WITH taken AS (
    UPDATE outbox
    SET state = 'sent',
        settled_at = clock_timestamp()
    WHERE instansi_id = 0
      AND conversation_id = $1
      AND state = 'waiting'
    RETURNING outbox_id, title, body, buttons
)
SELECT title, body, buttons
FROM taken
ORDER BY outbox_id
