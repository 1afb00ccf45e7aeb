-- Of digests $1, those whose message may not have arrived or is not sent yet.
SELECT doubtful.digest_id
FROM unnest($1::bigint[]) AS wanted (digest_id)
CROSS JOIN LATERAL (
    SELECT outbox.digest_id
    FROM outbox
    WHERE outbox.instansi_id = 0
      AND outbox.digest_id = wanted.digest_id
      AND outbox.state = 'in_doubt'
    OFFSET 0
) AS doubtful
