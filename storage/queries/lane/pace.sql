-- After a send on lane $1: the next one not before its rest ($2 milliseconds) is over, nor before the
-- chat's bucket has room again ($3 milliseconds per message, burst of $4 messages). $5: failures in
-- a row. $6: the recipient is gone.
UPDATE lane
SET paced_until = greatest(paced_until, clock_timestamp()) + $3::integer * interval '1 millisecond',
    rest_until = greatest(
        clock_timestamp() + $2::integer * interval '1 millisecond',
        greatest(paced_until, clock_timestamp())
            - ($4::integer - 1) * $3::integer * interval '1 millisecond'
    ),
    failures = $5,
    gone_at = CASE WHEN $6::boolean THEN clock_timestamp() ELSE gone_at END
WHERE instansi_id = 0
  AND conversation_id = $1
