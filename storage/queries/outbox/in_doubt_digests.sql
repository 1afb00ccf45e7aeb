-- Of digests $1, those whose message may not have arrived or is not sent yet.
SELECT digest_id
FROM outbox
WHERE instansi_id = 0
  AND digest_id = ANY ($1::bigint[])
  AND state = 'in_doubt'
