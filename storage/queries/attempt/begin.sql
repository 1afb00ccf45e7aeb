-- Try number $2 to send message $1. The key refuses a second one of the same number.
INSERT INTO attempt (outbox_id, no)
VALUES ($1, $2)
