-- What became of try $2 of message $1: outcome $3 of the try; state $4, message id $5 (null: none) and
-- error code $6 of the message; $7: it went out as a template. A message that is settled already stays
-- as it is; one of which the platform reported meanwhile that it left has left. The state is compared
-- so that no index on it fits: a plan made while nothing waited would go through all that waits.
WITH tried AS (
    UPDATE attempt
    SET outcome = $3,
        ended_at = clock_timestamp()
    WHERE instansi_id = 0
      AND outbox_id = $1
      AND no = $2
)
UPDATE outbox
SET state = CASE WHEN $4 = 'in_doubt' AND delivery IS NOT NULL THEN 'sent' ELSE $4 END,
    attempts = $2,
    message_id = coalesce($5, message_id),
    error_code = $6,
    as_template = as_template OR $7::boolean,
    settled_at = CASE WHEN $4 IN ('waiting', 'held') THEN NULL ELSE clock_timestamp() END
WHERE instansi_id = 0
  AND outbox_id = $1
  AND state || '' = 'waiting'
