-- What became of try $2 of message $1: outcome $3 of the try; state $4, message id $5 (null: none) and
-- error code $6 of the message. A message that is settled already stays as it is.
WITH tried AS (
    UPDATE attempt
    SET outcome = $3,
        ended_at = clock_timestamp()
    WHERE instansi_id = 0
      AND outbox_id = $1
      AND no = $2
)
UPDATE outbox
SET state = $4,
    attempts = $2,
    message_id = coalesce($5, message_id),
    error_code = $6,
    settled_at = CASE WHEN $4 = 'waiting' THEN NULL ELSE clock_timestamp() END
WHERE instansi_id = 0
  AND outbox_id = $1
  AND state = 'waiting'
