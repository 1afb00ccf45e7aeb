-- After a send on lane $1: the next one not before $2 milliseconds are over; the messages sent so far
-- reach $3 milliseconds ahead. $4: failures in a row. $5: the recipient is gone.
UPDATE lane
SET rest_until = clock_timestamp() + $2::integer * interval '1 millisecond',
    paced_until = clock_timestamp() + $3::integer * interval '1 millisecond',
    failures = $4,
    gone_at = CASE WHEN $5::boolean THEN clock_timestamp() ELSE gone_at END
WHERE instansi_id = 0
  AND conversation_id = $1
